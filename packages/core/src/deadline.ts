import type { Environment } from "./environment/environment.ts";

/**
 * Waits for some work, but no longer than so many milliseconds. What comes later is dropped.
 *
 * @param onLate gives the result then, or throws
 */
export function withDeadline<T>(
  { schedule }: Pick<Environment, "schedule">,
  limitMs: number,
  work: Promise<T>,
  onLate: () => T,
): Promise<T> {
  const limit = new Promise<void>((resolve) => {
    const cancel = schedule(resolve, limitMs);
    work.then(cancel, cancel);
  });
  return Promise.race([work, limit.then(onLate)]);
}
