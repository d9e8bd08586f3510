import { SessionFetchError } from "../errors.ts";
import { createAnnouncement } from "./announcement.ts";
import type { Draft, DraftEffect, Effect, Handler } from "./effect.ts";
import type { SessionEvent, SessionInputs } from "./event.ts";
import { receiveMessage, receiveNextAuthSignal } from "./peer-messages.ts";
import { endSession, forceRead, scheduleReadForPeer } from "./applying.ts";
import { settleMutation, startMutation } from "./mutating.ts";
import { hydrate, restore, start, stop } from "./observing.ts";
import {
  receiveAnswer,
  receiveFailure,
  refetchOnFocus,
  refetchOnReconnect,
  yieldToOtherTab,
} from "./reading.ts";
import { peersMutateUntil, lastWordAt, nextReadAt } from "./refetch-policy.ts";
import { FORCED, isUnknown, nextStamp, type SessionState } from "./state.ts";

const handlers: { [Type in keyof SessionInputs]: Handler<Type> } = {
  started: start,
  stopped: stop,
  restored: restore,
  woke() {},
  focused: refetchOnFocus,
  reconnected: refetchOnReconnect,
  asked: forceRead,
  answered: receiveAnswer,
  failed: receiveFailure,
  lockDenied: yieldToOtherTab,
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

/** What is due after some time is due after the same time by a clock that has been set forward. */
function shiftTimes(draft: Draft, byMs: number): void {
  draft.expiresAt += byMs;
  draft.endsBy += byMs;
  draft.peerReadAt += byMs;
  draft.readAt += byMs;
  draft.loadingUntil += byMs;
  draft.peerMutations = draft.peerMutations.map(([tab, until]) => [tab, until + byMs]);
}

/** A tab that has not said how its mutation has ended may be dead, and its mutation done. */
function expirePeerMutations(draft: Draft): void {
  draft.peerMutations = [];
  scheduleReadForPeer(draft, draft.now);
}

/** What is due at a time, and does not wait for an answer. */
function passTime(draft: Draft): void {
  const { now, isObserved, isPrerendering, session, expiresAt, isExpiryFromServer } = draft;
  if (!isObserved || isPrerendering) return;
  if (isUnknown(draft) && now >= draft.loadingUntil) {
    draft.error ??= new SessionFetchError("timeout");
  }
  if (!session || !isExpiryFromServer || now < expiresAt) return;
  if (draft.endsBy === Infinity) draft.endsBy = lastWordAt(draft);
  if (now >= draft.endsBy) endSession(draft);
}

/** Begins the read that is due, if one is. */
function beginRead(draft: Draft): void {
  if (!draft.isObserved || draft.now < nextReadAt(draft)) return;
  draft.reading = nextStamp(draft);
  if (draft.isPeerRead) draft.peerReadAt = draft.now;
  draft.isPeerRead = false;
  // A page that is not shown yet gets no lock before it is.
  const isForced = draft.readAt === FORCED || !!draft.isPrerendering;
  draft.effects.push(["read", draft.reading, isForced]);
}

/**
 * The session state machine. Pure: time, randomness and the world come in with the event, and what
 * is to be done goes out as effects, in the order in which it is to be done.
 */
export function transition(
  state: Readonly<SessionState>,
  event: SessionEvent,
): readonly [state: Readonly<SessionState>, effects: readonly Effect[]] {
  if ("reading" in event && event.reading !== state.reading) return [state, []];
  const { random, isOnline, isVisible } = event;
  // The clock that all tabs share is that of the tab that is furthest ahead.
  const sentAt = "announcement" in event ? event.announcement.sentAt : 0;
  const now = Math.max(event.now + state.skewMs, sentAt);
  const moment = { now, random, isOnline, isVisible, skewMs: now - event.now };
  const draft: Draft = { ...state, ...moment, effects: [] };
  shiftTimes(draft, draft.skewMs - state.skewMs);
  // First of all: a tab whose timers are late may hear, by then, what another has asked since.
  if (draft.isObserved && draft.peerMutations.length && now >= peersMutateUntil(draft))
    expirePeerMutations(draft);
  // The handler under an event's type takes that event, which the compiler cannot pair.
  (handlers[event.type] as Handler<typeof event.type>)(draft, event as never);

  passTime(draft);
  beginRead(draft);
  const { effects, ...next } = draft;
  return [next, effects.flatMap((effect) => complete(effect, next))];
}

/** Nobody may notice a page that is not shown yet. */
function complete(effect: DraftEffect, state: Readonly<SessionState>): Effect[] {
  if (effect[0] !== "announce") return [effect];
  return state.isPrerendering ? [] : [["announce", createAnnouncement(effect[1], state)]];
}
