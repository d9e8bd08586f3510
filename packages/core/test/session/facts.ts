import type { SessionFetchError } from "../../src/errors.ts";
import { createSessionState, type SessionState } from "../../src/session/state/state.ts";
import type { Schedule, ReadReason } from "../../src/session/state/next-read.ts";
import type { SessionBase } from "../../src/types/session.ts";
import { isUnobserved } from "../../src/session/state/tab.ts";

/** In facts: a read that is forced. */
export const FORCED: number = -Infinity;

/** A state in one list of facts, so that a test names those that it is about. */
export interface Facts {
  options?: SessionState["options"];
  tab?: number;
  session?: SessionBase | null | undefined;
  serverSession?: SessionBase | undefined;
  leftUser?: SessionBase | null;
  expires?: string | undefined;
  expiresAt?: number;
  isExpiryFromServer?: boolean;
  endsBy?: number;
  stamp?: number;
  isFromServer?: boolean;
  mustRevalidate?: boolean;
  handover?: SessionState["handover"];
  error?: SessionFetchError | null;
  failures?: number;
  hasRetriedEarly?: boolean;
  isObserved?: boolean;
  isLingering?: boolean;
  isPrerendering?: boolean;
  isOnline?: boolean;
  isVisible?: boolean;
  loadingUntil?: number;
  now?: number;
  random?: number;
  skewMs?: number;
  /** 0: none is under way. */
  reading?: number;
  /** `Infinity`: none is planned. */
  readAt?: number;
  reason?: ReadReason | undefined;
  isForPeer?: boolean;
  /** 0: never. */
  peerReadAt?: number;
  deniedSince?: number;
  mutating?: number;
  pendingAuth?: number;
  mutation?: number;
  /** 0: it has none. */
  ownMutation?: number;
  areConcludedByRead?: boolean;
  peerMutations?: readonly (readonly [tab: number, until: number])[];
  deferredAnswer?: SessionState["peers"]["deferredAnswer"];
  idleTab?: number | null;
  /** 0: never. */
  abortedForAt?: number;
  lastAnnounced?: SessionState["peers"]["lastAnnounced"];
  announcedMutation?: number;
}

function planOf({ readAt = Infinity, reason = "trigger" }: Facts): Schedule {
  if (readAt === FORCED) return { type: "forced" };
  return readAt === Infinity ? { type: "none" } : { type: "scheduled", at: readAt, reason };
}

function cacheOf(facts: Facts): SessionState["cache"] {
  const { session, serverSession, stamp = 0, leftUser = null, isFromServer } = facts;
  if (session === undefined) return { type: "empty", stamp };
  const trusted = isFromServer ? "fromServer" : "unconfirmed";
  const certainty = facts.mustRevalidate ? "mustRevalidate" : trusted;
  return { type: "filled", session, serverSession, stamp, leftUser, certainty };
}

/** The state with these facts. Facts that are left out have their initial value. */
export function toState(facts: Facts): SessionState {
  const { options = { timeoutMs: 10_000 }, reading, peerMutations = [] } = facts;
  const start = createSessionState(options);
  const observed = facts.isPrerendering ? "prerendering" : "observed";
  return {
    ...start,
    clock: { now: facts.now ?? 0, random: facts.random ?? 0, skewMs: facts.skewMs ?? 0 },
    tab: {
      id: facts.tab ?? null,
      type: facts.isObserved ? observed : "unobserved",
      isLingering: facts.isLingering ?? false,
      isOnline: facts.isOnline ?? true,
      isVisible: facts.isVisible ?? true,
      loadingUntil: facts.loadingUntil ?? Infinity,
    },
    cache: cacheOf(facts),
    expiry: {
      expires: facts.expires,
      at: facts.expiresAt ?? Infinity,
      isFromServer: facts.isExpiryFromServer ?? false,
      endsBy: facts.endsBy ?? Infinity,
    },
    handover: facts.handover ?? { type: "none" },
    failure: {
      error: facts.error ?? null,
      count: facts.failures ?? 0,
      hasRetriedEarly: facts.hasRetriedEarly ?? false,
    },
    fetching: reading ? { type: "reading", id: reading, stamp: reading } : { type: "idle" },
    nextRead: {
      schedule: planOf(facts),
      isForPeer: facts.isForPeer ?? false,
      peerReadAt: facts.peerReadAt || null,
      deniedSince: facts.deniedSince || null,
    },
    mutations: {
      pending: facts.mutating ?? 0,
      pendingAuth: facts.pendingAuth ?? 0,
      newest: facts.mutation ?? 0,
      own: facts.ownMutation || null,
      areConcludedByRead: facts.areConcludedByRead ?? false,
    },
    peers: {
      mutations: peerMutations.map(([tab, until]) => ({ tab, until, isAuth: false })),
      deferredAnswer: facts.deferredAnswer ?? null,
      idleTab: facts.idleTab ?? null,
      abortedForAt: facts.abortedForAt || null,
      lastAnnounced: facts.lastAnnounced ?? { type: "nothing" },
      announcedMutation: facts.announcedMutation ?? 0,
    },
  };
}

/** The facts of a state. */
export function toFacts(state: SessionState): Required<Facts> {
  const { cache, expiry, tab, clock, nextRead, failure, mutations, peers, fetching } = state;
  const { schedule } = nextRead;
  const isFilled = cache.type === "filled";
  return {
    ...{ options: state.options, handover: state.handover, tab: tab.id ?? 0 },
    ...{ now: clock.now, random: clock.random, skewMs: clock.skewMs },
    isLingering: tab.isLingering,
    ...{ isOnline: tab.isOnline, isVisible: tab.isVisible, loadingUntil: tab.loadingUntil },
    ...{ isObserved: !isUnobserved(state), isPrerendering: tab.type === "prerendering" },
    ...{ session: cache.session, stamp: cache.stamp },
    serverSession: isFilled ? cache.serverSession : undefined,
    leftUser: isFilled ? cache.leftUser : null,
    isFromServer: isFilled && cache.certainty === "fromServer",
    mustRevalidate: isFilled && cache.certainty === "mustRevalidate",
    ...{ expires: expiry.expires, expiresAt: expiry.at, endsBy: expiry.endsBy },
    isExpiryFromServer: expiry.isFromServer,
    ...{ error: failure.error, failures: failure.count, hasRetriedEarly: failure.hasRetriedEarly },
    reading: fetching.type === "reading" ? fetching.stamp : 0,
    readAt:
      schedule.type === "scheduled" ? schedule.at : schedule.type === "forced" ? FORCED : Infinity,
    reason: schedule.type === "scheduled" ? schedule.reason : undefined,
    ...{ isForPeer: nextRead.isForPeer, peerReadAt: nextRead.peerReadAt ?? 0 },
    deniedSince: nextRead.deniedSince ?? 0,
    ...{ mutating: mutations.pending, pendingAuth: mutations.pendingAuth },
    ...{ mutation: mutations.newest, ownMutation: mutations.own ?? 0 },
    areConcludedByRead: mutations.areConcludedByRead,
    peerMutations: peers.mutations.map(({ tab: id, until }) => [id, until] as const),
    ...{ deferredAnswer: peers.deferredAnswer, idleTab: peers.idleTab },
    abortedForAt: peers.abortedForAt ?? 0,
    ...{ lastAnnounced: peers.lastAnnounced, announcedMutation: peers.announcedMutation },
  };
}
