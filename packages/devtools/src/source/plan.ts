import type { State } from "../types.ts";

/** Something that the client will do by itself. */
export interface Planned {
  readonly what: string;
  /** By the clock that all tabs share; `null` if it waits for something else than a time. */
  readonly at: number | null;
}

type Schedule = State["nextRead"]["schedule"];
type Reason = Extract<Schedule, { type: "scheduled" }>["reason"];

const reasons: Record<Reason, string> = {
  retry: "a read has failed",
  trigger: "the page has the focus, or is online again",
  asked: "getSession() was called",
  hello: "the first one, unless another tab answers before",
  lock: "another tab was reading",
  peer: "another tab has announced something",
  mutation: "a sign-in, sign-out or update came between",
  rendered: "to confirm the rendered session",
  stream: "the page streams its session, which may not come",
};

/** The polls of all tabs of a browser have the same jitter of ±10 %, from the stamp of the answer. */
function pollAt({ cache, options }: State): number {
  const { refetchInterval = 0 } = options;
  if (!(refetchInterval > 0) || !cache.session) return Infinity;
  return cache.stamp + refetchInterval * 1000 * (0.9 + (cache.stamp % 1) * 0.2);
}

function dueRead(state: State): Planned | undefined {
  const { tab, clock, expiry, failure, options, nextRead } = state;
  const { schedule } = nextRead;
  const isPaused = !tab.isOnline && !options.refetchWhenOffline;
  if (schedule.type === "forced") return { what: "Read: it was asked for", at: clock.now };
  if (schedule.type === "scheduled" && !(isPaused && failure.count > 0)) {
    return { what: `Read: ${reasons[schedule.reason]}`, at: schedule.at };
  }
  const at = isPaused ? Infinity : pollAt(state);
  if (at < expiry.at) return { what: "Read: a poll", at };
  return expiry.at < Infinity
    ? { what: "Read: the session is at its end", at: expiry.at }
    : undefined;
}

/** Returns what holds the next read up, if there is something. */
function holdUp({ tab, fetching, mutations, peers }: State): Planned | undefined {
  if (tab.isLingering) return { what: "Nothing: the last subscriber has left", at: null };
  if (fetching.type === "reading") return { what: "A read is under way", at: null };
  if (mutations.pending) return { what: "A sign-in, sign-out or update is under way", at: null };
  if (!peers.mutations.length) return undefined;
  const at = Math.max(...peers.mutations.map(({ until }) => until));
  return {
    what: "Read: another tab signs in, signs out or updates, and may not say how it ends",
    at,
  };
}

/** Returns what the client will do by itself in a state, and when. */
export function planOf(state: State): Planned[] {
  const { tab, cache, expiry } = state;
  if (tab.type === "new" || tab.type === "unobserved") {
    return [{ what: "Nothing: there is no subscriber", at: null }];
  }
  const read = holdUp(state) ?? dueRead(state);
  const endsAt = expiry.endsBy ?? expiry.at;
  const hasEnd = cache.session && expiry.isFromServer && endsAt < Infinity;
  const plan = [read, hasEnd && { what: "The session ends", at: endsAt }];
  const planned = plan.filter((it) => !!it);
  if (planned.length) return planned;
  const isPaused = !tab.isOnline && !state.options.refetchWhenOffline;
  return [{ what: isPaused ? "Nothing: the device is offline" : "Nothing", at: null }];
}
