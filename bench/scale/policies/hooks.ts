import type { Policy } from "../user.ts";

/** The milliseconds after which a library tries again after so many failures; `null`: no more. */
type RetryDelay = (failures: number, random: () => number) => number | null;

/**
 * A model of a query library's hook that polls: only the tab that is looked at does so; a failure
 * keeps the session, and is tried again without regard to `Retry-After`.
 */
function createHook(retryDelay: RetryDelay): Policy {
  return ({ backend, timeline, pollMs, opensAtMs, random }) => {
    function read(failures: number): void {
      const { status, afterMs } = backend.ask();
      timeline.schedule(() => {
        const retryMs = status === 200 ? null : retryDelay(failures + 1, random);
        if (retryMs === null) timeline.schedule(() => read(0), pollMs);
        else timeline.schedule(() => read(failures + 1), retryMs);
      }, afterMs);
    }
    // The others read once, when they open, and then rest while they are hidden.
    opensAtMs.forEach((opensAt, index) => {
      timeline.schedule(() => (index ? backend.ask() : read(0)), opensAt);
    });
    return { isSignedOut: () => false };
  };
}

/** TanStack Query's default: three more tries, after 1, 2 and 4 s, without jitter. */
export const tanstack: Policy = createHook((failures) =>
  failures > 3 ? null : 1000 * 2 ** (failures - 1),
);

/** SWR's default: 5 s times 2 to the power of the failures, at most 8, times 0.5 to 1.5; no end. */
export const swr: Policy = createHook(
  (failures, random) => Math.floor((random() + 0.5) * 2 ** Math.min(failures, 8)) * 5000,
);
