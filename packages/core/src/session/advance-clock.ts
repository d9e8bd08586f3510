import type { Draft } from "./effect.ts";
import type { SessionEvent } from "./event.ts";
import { BEGINNING, type Stamp } from "./state/stamp.ts";

/** Notes the moment of an event. The shared clock is that of the tab that is furthest ahead. */
export function advanceClock(draft: Draft, event: SessionEvent): void {
  const { clock, tab } = draft;
  const before = clock.skewMs;
  const sentAt = "announcement" in event ? event.announcement.sentAt : 0;
  clock.now = Math.max(event.now + before, sentAt);
  clock.skewMs = clock.now - event.now;
  clock.random = event.random;
  tab.id ??= event.random;
  tab.isOnline = event.isOnline;
  tab.isVisible = event.isVisible;
  const byMs = clock.skewMs - before;
  if (!byMs) return;
  shiftTimes(draft, byMs);
  shiftStamps(draft, byMs);
}

/**
 * Shifts all scheduled times when the shared clock is set forward, so that delays keep their length.
 */
function shiftTimes({ expiry, nextRead, tab, peers }: Draft, byMs: number): void {
  const { schedule } = nextRead;
  expiry.at += byMs;
  if (expiry.endsBy !== null) expiry.endsBy += byMs;
  if (schedule.type === "scheduled") nextRead.schedule = { ...schedule, at: schedule.at + byMs };
  if (peers.abortedForAt !== null) peers.abortedForAt += byMs;
  if (nextRead.peerReadAt !== null) nextRead.peerReadAt += byMs;
  tab.loadingUntil += byMs;
  peers.mutations = peers.mutations.map((it) => ({ ...it, until: it.until + byMs }));
}

/**
 * Shifts the stamps that this tab has given by a clock that was far behind, so that they keep their
 * place among those of its peers. Differences below a second are left: all tabs of a browser have
 * equal stamps for one answer.
 */
function shiftStamps({ cache, fetching, mutations, peers }: Draft, byMs: number): void {
  // Whole seconds leave the fraction of a stamp, which is the jitter of the polls.
  const leapMs = Math.floor(byMs / 1000) * 1000;
  if (!leapMs) return;
  const shift = (stamp: Stamp): Stamp => (stamp === BEGINNING ? stamp : stamp + leapMs);
  cache.stamp = shift(cache.stamp);
  if (fetching.type === "reading") fetching.stamp = shift(fetching.stamp);
  mutations.newest = shift(mutations.newest);
  if (mutations.own !== null) mutations.own = shift(mutations.own);
  peers.announcedMutation = shift(peers.announcedMutation);
}
