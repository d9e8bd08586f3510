import { expect } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import {
  createAnnouncement,
  type Announcement,
  type AnnouncementType,
} from "../../src/session/announcement.ts";
import type { Moment, SessionInput } from "../../src/session/event.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import { transition } from "../../src/session/transition.ts";
import type { SessionBase } from "../../src/types/session.ts";
import { toFacts, toState, type Facts } from "./facts.ts";

export const NOW = Date.UTC(2026, 0);
export const HOUR_MS = 3_600_000;
/** The read that is under way in a state that is reading. */
export const READING = NOW - 100.5;
export const RANDOM = 0.25;
/** The tab of which the tests are. */
export const THIS = 0.5;
/** The tab whose announcements are received. */
export const OTHER = 0.75;

const expires = new Date(NOW + HOUR_MS).toISOString();
export const ada: SessionBase = { user: { name: "Ada", email: "ada@app.example" }, expires };
export const grace: SessionBase = { user: { name: "Grace", email: "grace@app.example" }, expires };

export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** The state of an observed tab of which these are the facts. */
export function stateOf(facts: Facts = {}): SessionState {
  return toState({ tab: THIS, now: NOW, isObserved: true, ...facts });
}

const known = { isFromServer: true, isExpiryFromServer: true, stamp: NOW - 60_000.5 };
const failed = { error: new SessionFetchError("network"), failures: 1 };

/** Nothing is known, and "loading" is not over. */
export const unknown: Facts = { loadingUntil: NOW + 1000 };
/** Nobody was signed in a minute ago. */
export const nobody: Facts = { session: null, ...known };
/** Ada was signed in a minute ago. */
export const user: Facts = {
  session: ada,
  expires,
  expiresAt: NOW + HOUR_MS,
  ...known,
};

export const states: Record<string, Facts> = {
  unknown,
  nobody,
  user,
  "unknown with an error": { ...unknown, ...failed },
  "nobody with an error": { ...nobody, ...failed },
  "user with an error": { ...user, ...failed },
};

export interface Result {
  /** The facts of the next state. */
  readonly next: Required<Facts>;
  readonly state: SessionState;
  /** Of an announcement its type. */
  readonly effects: readonly (readonly unknown[])[];
  readonly announcements: readonly Announcement[];
  /** Whether each of them is urgent. */
  readonly areUrgent: readonly boolean[];
  /** The effects `changeRevision` and `signalNextAuth`, by name. */
  readonly signals: readonly string[];
  /** What is emitted, by name. */
  readonly emitted: readonly string[];
}

/** One step of the machine, on frozen input and taken twice: it has to be pure. */
export function step(part: Facts, input: SessionInput, moment: Partial<Moment> = {}): Result {
  const state = deepFreeze(stateOf(part));
  const event = deepFreeze({
    now: NOW,
    random: RANDOM,
    isOnline: true,
    isVisible: true,
    ...moment,
    ...input,
  });
  const [next, effects] = transition(state, event);
  expect(transition(state, event)).toEqual([next, effects]);
  const isSignal = (name: string): boolean => /changeRevision|signalNextAuth/.test(name);
  const announcements = effects.flatMap((it) => (it[0] === "announce" ? [it[1]] : []));
  return {
    next: toFacts(next),
    state: next,
    announcements,
    areUrgent: effects.flatMap((it) => (it[0] === "announce" ? [it[2]] : [])),
    signals: effects.map(([name]) => name).filter(isSignal),
    effects: effects
      .filter(([name]) => !isSignal(name))
      .map((it) => (it[0] === "announce" ? ["announce", it[1].type] : it)),
    emitted: effects
      .map(([name]) => name)
      .filter((name) => !/read|abort|announce|confirm|Revision|NextAuth/.test(name)),
  };
}

/** The announcement of another tab in this state. */
export function announcementOf(type: AnnouncementType, part: Facts): Announcement {
  return createAnnouncement(type, stateOf({ tab: OTHER, ...part }));
}
