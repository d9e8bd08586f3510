import { serverSessionOf } from "../../session/announcement.ts";
import type { SessionState } from "../../session/state/state.ts";
import type { OfflineContext } from "./context.ts";
import { toReplaceableRevision } from "./revision.ts";

/**
 * Creates a function that keeps the session of a state which the server has confirmed.
 *
 * @param maxAgeMs how long a session is kept at most
 */
export function createKeeper(
  { environment, port, stored, name, expected }: OfflineContext,
  maxAgeMs: number,
): (state: SessionState) => void {
  let keptStamp: number | undefined;

  return (state) => {
    const { cache, clock, expiry } = state;
    const { stamp } = cache;
    if (stamp === keptStamp) return;
    // What an earlier page has kept may be of another user.
    if (keptStamp === undefined) stored.remove();
    keptStamp = stamp;
    // Without revisions, a page cannot learn of a sign-out that it has missed.
    const revision = toReplaceableRevision(environment, name);
    if (!revision) return;
    const { version, now: storedAt } = expected();
    const endsAt = Math.min(expiry.at - clock.skewMs, storedAt + maxAgeMs);
    const item = { version, revision, storedAt, endsAt, session: serverSessionOf(state) };
    const isCurrent = (): boolean =>
      port.get().cache.stamp === stamp && expected().revision === revision;
    void stored.write(item, isCurrent);
  };
}
