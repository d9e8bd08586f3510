/** A trial shows whether a measurement works: `pnpm bench --try reach`. Its figures are worth little. */
export const isTrial = process.argv.includes("--try");

/** How often something is done: so many times, or twice in a trial. */
export function rounds(count: number): number {
  return isTrial ? Math.min(2, count) : count;
}
