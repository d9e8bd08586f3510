import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import type { SessionInput, SessionInputs } from "../../src/session/event.ts";
import { readUnderWay } from "../../src/session/state/fetching.ts";
import { createSessionState } from "../../src/session/state/state.ts";
import { toFacts, type Facts } from "./facts.ts";
import { transition } from "../../src/session/transition.ts";
import {
  ada,
  deepFreeze,
  grace,
  HOUR_MS,
  NOW,
  OTHER,
  READING,
  announcementOf,
  stateOf,
  states,
  step,
  user,
} from "./states.ts";

const answer = { session: ada, lifetimeMs: HOUR_MS, isServerClock: true };
const error = new SessionFetchError("http", { status: 500 });
const other = { ...user, stamp: NOW - 10, mutation: NOW - 20 };

const announcements = (
  ["hello", "answer", "failure", "mutating", "changed", "unchanged"] as const
).map((type) => announcementOf(type, other));

/** Some of each event. The compiler asks for those of a new one. */
const inputsByType: { [Type in keyof SessionInputs]: readonly SessionInputs[Type][] } = {
  started: [
    { mayHaveMissed: false, isArrival: false },
    { mayHaveMissed: true, isArrival: false },
    { mayHaveMissed: false, isArrival: true },
    { mayHaveMissed: false, isArrival: false, isPrerendering: true },
  ],
  lingered: [{}],
  returned: [{}],
  stopped: [{}],
  restored: [{ mayBeOutdated: true }, { mayBeOutdated: false }],
  woke: [{}],
  focused: [{}],
  reconnected: [{}],
  asked: [{}],
  answered: [{ readId: 0, tookMs: 100, ...answer }],
  failed: [{ readId: 0, error }],
  lockDenied: [{ readId: 0 }],
  mutationStarted: [{ isUpdate: true }, { isUpdate: false }],
  mutationSettled: [
    { isUpdate: true, answer },
    { isUpdate: true, answer, hasData: true },
    { isUpdate: true, hasChanged: true },
    { isUpdate: true, needsRead: true },
  ],
  messageReceived: announcements.map((announcement) => ({ announcement })),
  nextAuthSignaled: [
    { isSignOut: true, requestAgeMs: null },
    { isSignOut: false, requestAgeMs: null },
    { isSignOut: true, requestAgeMs: 100 },
  ],
  hydrated: [
    { session: grace, lifetimeMs: HOUR_MS, isServerClock: true },
    { session: null, lifetimeMs: Infinity, isServerClock: true },
  ],
  configured: [{ options: { refetchInterval: 60 } }],
};
const inputs = Object.entries(inputsByType).flatMap(([type, list]) =>
  // The name and the fields that belong to it.
  list.map((fields) => ({ type, ...fields }) as SessionInput),
);

describe.each(Object.entries(states))("%s", (_, state) => {
  test.each(inputs.map((input) => [JSON.stringify(input), input] as const))(
    "is left untouched, and gives the same twice: %s",
    (__, input) => {
      const { next } = step(state, input);
      expect(next).not.toHaveProperty("effects");
      expect(next).toMatchObject({ now: NOW, isOnline: true, isVisible: true });
    },
  );

  test.each(["answered", "failed", "lockDenied"] as const)(
    "the end of a dropped read changes nothing: %s",
    (type) => {
      const before = deepFreeze(stateOf({ ...state, reading: 7 }));
      const [next, effects] = transition(before, {
        ...{ type, readId: 6, tookMs: 100, error, ...answer },
        ...{ now: NOW, random: 0, isOnline: true, isVisible: true },
      });
      expect(next).toBe(before);
      expect(effects).toEqual([]);
    },
  );
});

test("the clock of all tabs is that of the tab furthest ahead", () => {
  const announcement = { ...announcementOf("unchanged", {}), sentAt: NOW + 5000 };
  const { next } = step(user, { type: "messageReceived", announcement });
  expect(next).toMatchObject({ now: NOW + 5000, skewMs: 5000 });
  expect(step(next, { type: "woke" }, { now: NOW + 1 }).next.now).toBe(NOW + 5001);
});

test("what is due after some time is due after the same time by a clock that has been set forward", () => {
  const DAY_MS = 24 * HOUR_MS;
  const before: Facts = {
    ...{ ...user, readAt: NOW + 900, loadingUntil: NOW + 70, peerMutations: [[0.125, NOW + 80]] },
  };
  const ahead = { ...announcementOf("failure", { ...user, failures: 0 }), sentAt: NOW + DAY_MS };
  const { next } = step(before, { type: "messageReceived", announcement: ahead });
  expect(next).toMatchObject({
    ...{ session: user.session, expiresAt: NOW + DAY_MS + HOUR_MS, readAt: NOW + DAY_MS + 900 },
    ...{ loadingUntil: NOW + DAY_MS + 70, peerMutations: [[0.125, NOW + DAY_MS + 80]] },
  });
  const { expiresAt, readAt, peerMutations } = next;
  expect(step(next, { type: "woke" }).next).toMatchObject({ expiresAt, readAt, peerMutations });
});

describe("a peer that does not announce how its mutation has ended", () => {
  const peerMutations: Facts["peerMutations"] = [[OTHER, NOW]];

  test("counts as dead after a while, and a read finds what it has done", () => {
    const { next, effects } = step({ ...user, peerMutations }, { type: "woke" });
    expect(effects).toEqual([["read", next.reading, false]]);
    expect(next.peerMutations).toEqual([]);
  });

  test("holds reads back until then", () => {
    const { next, effects } = step({ ...user, peerMutations }, { type: "woke" }, { now: NOW - 1 });
    expect(effects).toEqual([]);
    expect(next.peerMutations).toEqual(peerMutations);
  });

  test("is followed by a read only after this tab's own mutation", () => {
    const { next, effects } = step({ ...user, peerMutations, mutating: 1 }, { type: "woke" });
    expect(effects).toEqual([]);
    expect(next).toMatchObject({ peerMutations: [], readAt: NOW });
  });
});

test("what was asked by a clock that was far behind keeps its place in the order", () => {
  const DAY_MS = 24 * HOUR_MS;
  const before: Facts = {
    ...{ ...user, stamp: NOW - 2000.5, mutation: NOW - 3000.25, ownMutation: NOW - 3000.25 },
    ...{ announcedMutation: NOW - 3000.25, abortedForAt: NOW - 400 },
  };
  const ahead = { ...announcementOf("failure", { failures: 0 }), sentAt: NOW + DAY_MS + 300 };
  const { next } = step(before, { type: "messageReceived", announcement: ahead });
  expect(next).toMatchObject({
    ...{ stamp: NOW + DAY_MS - 2000.5, mutation: NOW + DAY_MS - 3000.25 },
    ...{ ownMutation: NOW + DAY_MS - 3000.25, announcedMutation: NOW + DAY_MS - 3000.25 },
    abortedForAt: NOW + DAY_MS - 100,
  });
  // What comes before all reads and mutations still does.
  const unread = step({}, { type: "messageReceived", announcement: ahead });
  expect(unread.next).toMatchObject({ stamp: 0, mutation: 0, ownMutation: 0 });
});

test("stamps stay as they are where clocks differ by less than a second", () => {
  const ahead = { ...announcementOf("failure", { failures: 0 }), sentAt: NOW + 999 };
  const { next } = step(user, { type: "messageReceived", announcement: ahead });
  expect(next).toMatchObject({ stamp: user.stamp, skewMs: 999 });
});

test("a read under way is answered as that read, though the clock has leapt meanwhile", () => {
  const announcement = { ...announcementOf("failure", { failures: 0 }), sentAt: NOW + 60_000 };
  const before = { ...user, reading: READING };
  const { next, state } = step(before, { type: "messageReceived", announcement });
  expect(next.reading).toBe(READING + 60_000);
  const moment = { now: NOW + 1, random: 0, isOnline: true, isVisible: true };
  const [answered] = transition(state, {
    ...{ type: "answered", readId: READING, tookMs: 100, ...answer, ...moment },
  });
  expect(toFacts(answered)).toMatchObject({ reading: 0, stamp: READING + 60_000 });
});

test("a tab that is behind does not set the clock back", () => {
  const announcement = { ...announcementOf("unchanged", {}), sentAt: NOW - 5000 };
  const { next } = step(user, { type: "messageReceived", announcement });
  expect(next).toMatchObject({ now: NOW, skewMs: 0 });
});

test("configured replaces all options but the timeout", () => {
  const options = { refetchInterval: 60, refetchWhenOffline: true, timeoutMs: 5 };
  const { next } = step(
    { ...user, options },
    { type: "configured", options: { refetchOnWindowFocus: false } },
  );
  expect(next.options).toEqual({ refetchOnWindowFocus: false, timeoutMs: 5 });
});

/** The invariants of the machine, in any order of events. */
test("in any order of events, the invariants hold", () => {
  const steps = fc.array(
    fc.record({
      input: fc.constantFrom(...inputs),
      ms: fc.nat(20_000),
      random: fc.double({ min: 0, max: 0.999, noNaN: true }),
      isOnline: fc.boolean(),
      isVisible: fc.boolean(),
      isOfThisRead: fc.boolean(),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(steps, (events) => {
      let state = deepFreeze(createSessionState({ timeoutMs: 10_000 }));
      let now = NOW;
      for (const { input, ms, random, isOnline, isVisible, isOfThisRead } of events) {
        now += ms;
        const isExtra = input.type === "mutationSettled" && !state.mutations.pending;
        const ended = isOfThisRead ? (readUnderWay(state) ?? 0) : -1;
        const isOfNone = "readId" in input && !ended;
        if (isExtra || isOfNone) continue;
        const moment = { now, random, isOnline, isVisible };
        const event =
          "readId" in input ? { ...input, readId: ended, ...moment } : { ...input, ...moment };
        const [next, effects] = transition(state, deepFreeze(event));
        const [was, is] = [toFacts(state), toFacts(next)];
        expect(is.now).toBeGreaterThanOrEqual(was.now);
        expect(is.mutation).toBeGreaterThanOrEqual(was.mutation);
        expect(is.readAt).not.toBeNaN();
        expect(is.expiresAt).not.toBeNaN();
        const names = effects.map(([name]) => name);
        const reads = effects.filter(([name]) => name === "read");
        for (const [, reading] of reads) {
          expect(names.indexOf("read")).toBe(names.length - 1);
          expect(reading).toBe(is.reading);
          expect(is).toMatchObject({ isObserved: true, mutating: 0 });
          expect(is.reading).toBeGreaterThan(is.mutation);
          expect(is.reading).toBeGreaterThan(is.stamp);
        }
        expect(names.lastIndexOf("abort")).toBeLessThanOrEqual(0);
        expect(is.session ? undefined : is.expires).toBeUndefined();
        state = deepFreeze(next);
      }
    }),
    { numRuns: 500 },
  );
});
