import type { Environment } from "./environment/environment.ts";

/**
 * Waits for some work, but no longer than so many milliseconds. What comes later is dropped.
 *
 * @param onLate gives the result then, or throws
 * @param signal ends the wait at once, as if it were too late
 */
export function withDeadline<T>(
  { schedule }: Pick<Environment, "schedule">,
  limitMs: number,
  work: Promise<T>,
  onLate: () => T,
  signal?: AbortSignal,
): Promise<T> {
  const limit = new Promise<void>((resolve) => {
    const cancel = schedule(resolve, limitMs);
    work.then(cancel, cancel);
    if (signal?.aborted) resolve(cancel());
    signal?.addEventListener("abort", () => resolve(cancel()));
  });
  return Promise.race([work, limit.then(onLate)]);
}
