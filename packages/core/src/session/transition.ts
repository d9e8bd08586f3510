import { SessionFetchError } from "../errors.ts";
import { createAnnouncement } from "./announcement.ts";
import { endSession } from "./applying.ts";
import type { Draft, DraftEffect, Effect, Handler } from "./effect.ts";
import type { SessionEvent, SessionInputs } from "./event.ts";
import { hydrate } from "./hydrating.ts";
import { settleMutation, startMutation } from "./mutating.ts";
import { spread } from "./news.ts";
import { restore, start, stop } from "./observing.ts";
import { receiveMessage, receiveNextAuthSignal } from "./peer-messages.ts";
import {
  receiveAnswer,
  receiveFailure,
  refetchOnFocus,
  refetchOnReconnect,
  yieldToOtherTab,
} from "./reading.ts";
import { lastWordAt, nextReadAt, peersMutateUntil } from "./refetch-policy.ts";
import { isUnknown } from "./state/cache.ts";
import { hasEnded } from "./state/expiry.ts";
import { readUnderWay } from "./state/fetching.ts";
import { forceRead, scheduleReadForPeer } from "./state/next-read.ts";
import { nextStamp } from "./state/stamp.ts";
import type { SessionState } from "./state/state.ts";

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

/**
 * The session state machine. Pure: time, randomness and the world come in with the event, and what
 * is to be done goes out as effects, in the order in which it is to be done.
 */
export function transition(
  state: SessionState,
  event: SessionEvent,
): readonly [state: SessionState, effects: readonly Effect[]] {
  // The end of a read that is worthless by now.
  if ("reading" in event && event.reading !== readUnderWay(state)) return [state, []];
  const draft = createDraft(state);
  moveClock(draft, event);
  // First of all: a tab whose timers are late may hear, by then, what another has asked since.
  expirePeerMutations(draft);
  // The handler under an event's type takes that event, which the compiler cannot pair.
  (handlers[event.type] as Handler<typeof event.type>)(draft, event as never);
  endLoading(draft);
  expireSession(draft);
  beginRead(draft);
  const effects = draft.effects.flatMap((effect) => complete(draft, effect));
  const { effects: _, ...next } = draft;
  return [next, effects];
}

/** A copy of each part, for handlers to write to. */
function createDraft(state: SessionState): Draft {
  const parts = Object.entries(state).map(([name, part]) => [name, { ...part }]);
  // The same parts under the same names.
  return { ...(Object.fromEntries(parts) as Draft), effects: [] };
}

/** Notes the moment of an event. The clock that all tabs share is that of the tab furthest ahead. */
function moveClock(draft: Draft, event: SessionEvent): void {
  const { clock, tab } = draft;
  const before = clock.skewMs;
  const sentAt = "announcement" in event ? event.announcement.sentAt : 0;
  clock.now = Math.max(event.now + before, sentAt);
  clock.skewMs = clock.now - event.now;
  clock.random = event.random;
  tab.id ??= event.random;
  tab.isOnline = event.isOnline;
  tab.isVisible = event.isVisible;
  shiftTimes(draft, clock.skewMs - before);
}

/** What is due after some time is due after the same time by a clock that has been set forward. */
function shiftTimes({ expiry, nextRead, tab, peers }: Draft, byMs: number): void {
  const { plan } = nextRead;
  if (!byMs) return;
  expiry.at += byMs;
  expiry.endsBy += byMs;
  if (plan.type === "scheduled") nextRead.plan = { ...plan, at: plan.at + byMs };
  if (nextRead.peerReadAt !== null) nextRead.peerReadAt += byMs;
  tab.loadingUntil += byMs;
  peers.mutations = peers.mutations.map((it) => ({ ...it, until: it.until + byMs }));
}

/** A tab that has not said how its mutation has ended may be dead, and its mutation done. */
function expirePeerMutations(draft: Draft): void {
  const { peers } = draft;
  if (draft.tab.mode === "unobserved" || !peers.mutations.length) return;
  if (draft.clock.now < peersMutateUntil(draft)) return;
  peers.mutations = [];
  scheduleReadForPeer(draft);
}

/** Nothing loads without an end. */
function endLoading(draft: Draft): void {
  const { tab } = draft;
  if (tab.mode !== "observed" || !isUnknown(draft) || draft.clock.now < tab.loadingUntil) return;
  draft.failure.error ??= new SessionFetchError("timeout");
}

/** A session ends by a server's clock, though the server may not be able to say so. */
function expireSession(draft: Draft): void {
  const { expiry } = draft;
  if (draft.tab.mode !== "observed" || !draft.cache.session || !hasEnded(draft)) return;
  if (expiry.endsBy === Infinity) expiry.endsBy = lastWordAt(draft);
  if (draft.clock.now >= expiry.endsBy) endSession(draft);
}

/** Begins the read that is due, if one is. */
function beginRead(draft: Draft): void {
  const { tab, clock, nextRead } = draft;
  if (tab.mode === "unobserved" || clock.now < nextReadAt(draft)) return;
  const stamp = nextStamp(draft);
  draft.fetching = { type: "reading", stamp };
  if (nextRead.isForPeer) nextRead.peerReadAt = clock.now;
  nextRead.isForPeer = false;
  // A page that is not shown yet gets no lock before it is.
  const isForced = nextRead.plan.type === "forced" || tab.mode === "prerendering";
  draft.effects.push(["read", stamp, isForced]);
}

/** Nobody may notice a page that is not shown yet. */
function complete(draft: Draft, effect: DraftEffect): Effect[] {
  if (effect[0] !== "announce") return [effect];
  if (draft.tab.mode === "prerendering") return [];
  return spread(draft, createAnnouncement(effect[1], draft));
}
