import type { Environment, Stop } from "../../environment/environment.ts";

/** Notes activity at most once in a span of time, and never loses the last moment of it. */
export interface ActivityThrottle {
  add(): void;
  /** Notes what is still to be noted. */
  flush(): void;
}

/**
 * Creates a throttle, so that a moving pointer costs next to nothing.
 *
 * @param note receives the time of the activity, in milliseconds of the clock `now`
 */
export function createActivityThrottle(
  { schedule }: Environment,
  spanMs: number,
  now: () => number,
  note: (at: number) => void,
): ActivityThrottle {
  let notedAt = 0;
  let latest = 0;
  let cancel: Stop | undefined;

  function noteLatest(): void {
    cancel?.();
    cancel = undefined;
    if (latest <= notedAt) return;
    notedAt = latest;
    note(latest);
  }

  return {
    flush: noteLatest,
    add() {
      latest = now();
      const waitMs = notedAt + spanMs - latest;
      if (waitMs <= 0) noteLatest();
      else cancel ??= schedule(noteLatest, waitMs);
    },
  };
}
