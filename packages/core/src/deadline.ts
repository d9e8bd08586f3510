import type { Environment } from "./environment/environment.ts";

/**
 * Waits for some work, but no longer than `limitMs` milliseconds. A later result is dropped.
 *
 * @param onLate called when the time is over; returns the result instead, or throws
 * @param signal ends the wait at once, as if the time were over
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
