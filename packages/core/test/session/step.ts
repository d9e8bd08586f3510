import { expect } from "vitest";
import {
  createAnnouncement,
  type Announcement,
  type AnnouncementType,
} from "../../src/session/announcement.ts";
import type { Moment, SessionInput } from "../../src/session/event.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import { transition } from "../../src/session/transition.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { given, withPart } from "./given.ts";
import { NOW, OTHER, RANDOM } from "./values.ts";

export interface Result {
  readonly next: SessionState;
  /** Of an announcement its type. */
  readonly effects: readonly (readonly unknown[])[];
  /** Whether each of the announcements is urgent. */
  readonly areUrgent: readonly boolean[];
  /** The effects `changeRevision` and `signalNextAuth`, by name. */
  readonly signals: readonly string[];
  /** What is emitted, by name. */
  readonly emitted: readonly string[];
}

/** One step of the machine, on frozen input and taken twice: it has to be pure. */
export function step(
  before: SessionState,
  input: SessionInput,
  moment: Partial<Moment> = {},
): Result {
  const state = deepFreeze(before);
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
  return {
    next,
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

/** The announcement of a tab in this state. */
export function announcementOf(
  type: AnnouncementType,
  state: SessionState,
  tab: number = OTHER,
): Announcement {
  return createAnnouncement(type, given(state, withPart("tab", { id: tab })));
}

/** One step of the machine by an announcement. */
export function receive(before: SessionState, announcement: Announcement): Result {
  return step(before, { type: "messageReceived", announcement });
}
