import { PAUSE_MS } from "../../durations.ts";
import type { PagePort } from "../../mutations/ports.ts";

/**
 * Waits for the browser, but no longer than about `limitMs` milliseconds. A browser may show a
 * prompt that nobody answers.
 *
 * @param late the result when the time is over
 */
export async function within<T>(
  { pause }: PagePort,
  limitMs: number,
  work: Promise<T>,
  late: T,
): Promise<T> {
  let isOver = false;
  const end = (): void => void (isOver = true);
  work.then(end, end);

  async function untilLate(): Promise<T> {
    for (let waitedMs = 0; waitedMs < limitMs && !isOver; waitedMs += PAUSE_MS) await pause();
    return late;
  }

  return Promise.race([work, untilLate()]);
}
