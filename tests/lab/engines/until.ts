import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as delay } from "node:timers/promises";

/** A machine may be busy with something else. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 100;

const patience = new AsyncLocalStorage<number>();

/** Runs a task in which {@link until} waits no longer than this. */
export function withPatience<T>(ms: number, task: () => Promise<T>): Promise<T> {
  return patience.run(ms, task);
}

/** Waits until something is so; it may throw until then. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  patienceMs = patience.getStore() ?? PATIENCE_MS,
): Promise<void> {
  const end = Date.now() + patienceMs;
  let reason = "";
  for (;;) {
    // A driver may take long to answer, and then tell what was so when it was asked. So what counts
    // is when the last look has begun.
    const isLast = Date.now() > end;
    try {
      if (await isSo()) return;
      reason = "";
    } catch (error) {
      reason = `: ${error}`;
    }
    if (isLast) throw new Error(`It did not come about that ${what}${reason}`);
    await delay(LOOK_MS);
  }
}

/** For rules that are about time itself: what must not happen, how often, or until when. */
export function letTimePass(ms: number): Promise<void> {
  return delay(ms);
}
