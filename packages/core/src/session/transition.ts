import { SessionFetchError } from "../errors.ts";
import { advanceClock } from "./advance-clock.ts";
import { createAnnouncement } from "./announcement.ts";
import { endSession } from "./applying.ts";
import type { Draft, DraftEffect, Effect, Handler } from "./effect.ts";
import type { SessionEvent, SessionInputs } from "./event.ts";
import { hydrate } from "./hydrate.ts";
import { settleMutation, startMutation } from "./mutating.ts";
import { toAnnouncementEffects } from "./announcement-effects.ts";
import { linger, restore, resume, start, stop } from "./observing.ts";
import { receiveMessage } from "./receive-message.ts";
import { receiveNextAuthSignal } from "./receive-next-auth-signal.ts";
import {
  readWhenAsked,
  receiveAnswer,
  receiveFailure,
  refetchOnFocus,
  refetchOnReconnect,
  waitForPeerRead,
} from "./reading.ts";
import { latestEndAt, nextReadAt, peersMutateUntil } from "./refetch-policy.ts";
import { isUnknown } from "./state/cache.ts";
import { hasEnded } from "./state/expiry.ts";
import { readUnderWay } from "./state/fetching.ts";
import { scheduleReadForPeer } from "./state/next-read.ts";
import { nextStamp } from "./state/stamp.ts";
import type { SessionState } from "./state/state.ts";
import { isUnobserved } from "./state/tab.ts";

const handlers: { [Type in keyof SessionInputs]: Handler<Type> } = {
  started: start,
  lingered: linger,
  returned: resume,
  stopped: stop,
  restored: restore,
  woke() {},
  focused: refetchOnFocus,
  reconnected: refetchOnReconnect,
  asked: readWhenAsked,
  answered: receiveAnswer,
  failed: receiveFailure,
  lockDenied: waitForPeerRead,
  mutationStarted: startMutation,
  mutationSettled: settleMutation,
  messageReceived: receiveMessage,
  nextAuthSignaled: receiveNextAuthSignal,
  hydrated: hydrate,
  configured(draft, { options }) {
    const { timeoutMs, identify } = draft.options;
    draft.options = { ...options, timeoutMs, identify };
  },
};

/**
 * The session state machine: returns the next state and the effects, in the order in which they are
 * carried out. It is pure: the event brings along the time, a random number and the environment's
 * state.
 */
export function transition(
  state: SessionState,
  event: SessionEvent,
): readonly [state: SessionState, effects: readonly Effect[]] {
  // The read was invalidated, so its result is dropped.
  if ("readId" in event && event.readId !== readUnderWay(state)) return [state, []];
  const draft = createDraft(state);
  advanceClock(draft, event);
  // This comes first. If a timer is late, the event may be an answer that a peer has asked for
  // after the wait was over.
  expirePeerMutations(draft);
  // The type of the event selects its handler, which the compiler cannot see.
  (handlers[event.type] as Handler<typeof event.type>)(draft, event as never);
  endLoading(draft);
  expireSession(draft);
  beginRead(draft);
  const effects = draft.effects.flatMap((effect) => completeEffect(draft, effect));
  const { effects: _, ...next } = draft;
  return [next, effects];
}

/** Copies each part, so that handlers can write to it. */
function createDraft(state: SessionState): Draft {
  const parts = Object.entries(state).map(([name, part]) => [name, { ...part }]);
  // The copies have the same names and types as the parts.
  return { ...(Object.fromEntries(parts) as Draft), effects: [] };
}

/**
 * Ends peer mutations whose time is over. The peer may have died after the server has carried the
 * mutation out, so a read follows.
 */
function expirePeerMutations(draft: Draft): void {
  const { peers } = draft;
  if (isUnobserved(draft) || !peers.mutations.length) return;
  if (draft.clock.now < peersMutateUntil(draft)) return;
  peers.mutations = [];
  scheduleReadForPeer(draft);
}

/** Ends "loading" when its time is over, so that it always has an end. */
function endLoading(draft: Draft): void {
  const { tab } = draft;
  if (tab.type !== "observed" || !isUnknown(draft) || draft.clock.now < tab.loadingUntil) return;
  draft.failure.error ??= new SessionFetchError("timeout");
}

/** Ends the session by a server's clock, even if the server does not answer. */
function expireSession(draft: Draft): void {
  const { expiry } = draft;
  if (draft.tab.type !== "observed" || !draft.cache.session || !hasEnded(draft)) return;
  expiry.endsBy ??= latestEndAt(draft);
  if (draft.clock.now >= expiry.endsBy) endSession(draft);
}

/** Starts a read if one is due. */
function beginRead(draft: Draft): void {
  const { tab, clock, nextRead } = draft;
  if (isUnobserved(draft) || clock.now < nextReadAt(draft)) return;
  const stamp = nextStamp(draft);
  draft.fetching = { type: "reading", id: stamp, stamp };
  if (nextRead.isForPeer) nextRead.peerReadAt = clock.now;
  nextRead.isForPeer = false;
  // A browser does not give a lock to a prerendered page.
  const isForced = nextRead.schedule.type === "forced" || tab.type === "prerendering";
  draft.effects.push(["read", stamp, isForced]);
}

/**
 * Adds the content to an announcement. A prerendered page makes none, because it must not be
 * noticed.
 */
function completeEffect(draft: Draft, effect: DraftEffect): Effect[] {
  if (effect[0] !== "announce") return [effect];
  if (draft.tab.type === "prerendering") return [];
  return toAnnouncementEffects(draft, createAnnouncement(effect[1], draft));
}
