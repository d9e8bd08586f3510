import { invalidateRead } from "./applying.ts";
import { FRESH_MS, NEXT_ALARM_MS } from "./durations.ts";
import type { Handler } from "./effect.ts";
import { isAnyTabMutating } from "./state/mutations.ts";
import { scheduleReadForPeer } from "./state/next-read.ts";

/**
 * Handles a next-auth signal. next-auth reads at each focus and poll, so if a user is signed in
 * here, a fresh session is not read again until it is 5 seconds old.
 */
export const receiveNextAuthSignal: Handler<"nextAuthSignaled"> = (draft, signal) => {
  const { isSignOut, requestAgeMs } = signal;
  const { cache, clock } = draft;
  if (requestAgeMs !== null) {
    // The requests of this page include those of this client, and their outcome is known.
    const startedAt = clock.now - requestAgeMs;
    if (isAnyTabMutating(draft) || startedAt < draft.mutations.newest) return;
  }
  // A message tells of a read or a sign-out, a request of a sign-in or a sign-out.
  if (requestAgeMs === null && !isSignOut) {
    if (cache.session) {
      return scheduleReadForPeer(draft, Math.max(0, cache.stamp + FRESH_MS - clock.now));
    }
    // next-auth may send this signal many times a second, so it does not abort a read.
    if (draft.fetching.type === "reading") return;
  }
  invalidateRead(draft, isSignOut);
  // The delay leaves the read to the alarm, which staggers the tabs.
  scheduleReadForPeer(draft, NEXT_ALARM_MS);
};
