import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import type { SessionInput, SessionInputs } from "../../src/session/event.ts";
import { readUnderWay } from "../../src/session/state/fetching.ts";
import { createSessionState } from "../../src/session/state/state.ts";
import { isUnobserved } from "../../src/session/state/tab.ts";
import { transition } from "../../src/session/transition.ts";
import { deepFreeze } from "./deep-freeze.ts";
import {
  besidePeerMutation,
  given,
  reading,
  updating,
  withMutation,
  withOwnMutation,
  withPart,
  withReadAt,
  withStamp,
} from "./given.ts";
import { nobody, states, unknown, user } from "./states.ts";
import { announcementOf, receive, step } from "./step.ts";
import { ada, grace, HOUR_MS, NOW, OTHER, READING, THIRD } from "./values.ts";

const answer = { session: ada, lifetimeMs: HOUR_MS, isServerClock: true };
const error = new SessionFetchError("http", { status: 500 });
const DAY_MS = 24 * HOUR_MS;
const other = given(user, withStamp(NOW - 10), withMutation(NOW - 20));

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
      expect(next).toMatchObject({ clock: { now: NOW }, tab: { isOnline: true, isVisible: true } });
    },
  );

  test.each(["answered", "failed", "lockDenied"] as const)(
    "the end of a dropped read changes nothing: %s",
    (type) => {
      const before = deepFreeze(given(state, reading(7)));
      const [next, effects] = transition(before, {
        type,
        readId: 6,
        tookMs: 100,
        error,
        ...answer,
        now: NOW,
        random: 0,
        isOnline: true,
        isVisible: true,
      });
      expect(next).toBe(before);
      expect(effects).toEqual([]);
    },
  );
});

test("the clock of all tabs is that of the tab furthest ahead", () => {
  const { next } = receive(user, {
    ...announcementOf("unchanged", unknown),
    sentAt: NOW + 5000,
  });
  expect(next.clock).toMatchObject({ now: NOW + 5000, skewMs: 5000 });
  expect(step(next, { type: "woke" }, { now: NOW + 1 }).next.clock.now).toBe(NOW + 5001);
});

test("what is due after some time is due after the same time by a clock that has been set forward", () => {
  const before = given(
    user,
    withReadAt(NOW + 900),
    withPart("tab", { loadingUntil: NOW + 70 }),
    besidePeerMutation(THIRD, NOW + 80),
  );
  const { next } = receive(before, {
    ...announcementOf("failure", user),
    sentAt: NOW + DAY_MS,
  });
  expect(next).toMatchObject({
    tab: { loadingUntil: NOW + DAY_MS + 70 },
    cache: { session: ada },
    expiry: { at: NOW + DAY_MS + HOUR_MS },
    nextRead: { schedule: { at: NOW + DAY_MS + 900 } },
    peers: { mutations: [{ tab: THIRD, until: NOW + DAY_MS + 80 }] },
  });
  const { expiry, nextRead, peers } = next;
  expect(step(next, { type: "woke" }).next).toMatchObject({ expiry, nextRead, peers });
});

describe("a peer that does not announce how its mutation has ended", () => {
  const besidePeer = given(user, besidePeerMutation(OTHER, NOW));

  test("counts as dead after a while, and a read finds what it has done", () => {
    const { next, effects } = step(besidePeer, { type: "woke" });
    expect(effects).toEqual([["read", readUnderWay(next), false]]);
    expect(next.peers.mutations).toEqual([]);
  });

  test("holds reads back until then", () => {
    const { next, effects } = step(besidePeer, { type: "woke" }, { now: NOW - 1 });
    expect(effects).toEqual([]);
    expect(next.peers.mutations).toEqual(besidePeer.peers.mutations);
  });

  test("is followed by a read only after this tab's own mutation", () => {
    const { next, effects } = step(given(besidePeer, updating), { type: "woke" });
    expect(effects).toEqual([]);
    expect(next).toMatchObject({
      nextRead: { schedule: { at: NOW } },
      peers: { mutations: [] },
    });
  });
});

test("what was asked by a clock that was far behind keeps its place in the order", () => {
  const before = given(
    user,
    withStamp(NOW - 2000.5),
    withOwnMutation(NOW - 3000.25),
    withPart("peers", { announcedMutation: NOW - 3000.25, abortedForAt: NOW - 400 }),
  );
  const ahead = { ...announcementOf("failure", unknown), sentAt: NOW + DAY_MS + 300 };
  expect(receive(before, ahead).next).toMatchObject({
    cache: { stamp: NOW + DAY_MS - 2000.5 },
    mutations: { newest: NOW + DAY_MS - 3000.25, own: NOW + DAY_MS - 3000.25 },
    peers: { announcedMutation: NOW + DAY_MS - 3000.25, abortedForAt: NOW + DAY_MS - 100 },
  });
  // What comes before all reads and mutations still does.
  expect(receive(unknown, ahead).next).toMatchObject({
    cache: { stamp: 0 },
    mutations: { newest: 0, own: null },
  });
});

test("stamps stay as they are where clocks differ by less than half a second", () => {
  const ahead = { ...announcementOf("failure", unknown), sentAt: NOW + 499 };
  const { next } = receive(user, ahead);
  expect(next.cache.stamp).toBe(user.cache.stamp);
  expect(next.clock.skewMs).toBe(499);
});

test("a stamp by a clock that was far behind does not lose a second to the message's way", () => {
  const rendered = given(user, withStamp(NOW - 200));
  const peersOlderAnswer = announcementOf("answer", given(nobody, withStamp(NOW + DAY_MS - 500)));
  const { next } = receive(rendered, { ...peersOlderAnswer, sentAt: NOW + DAY_MS - 7 });
  expect(next.cache).toMatchObject({ session: ada, stamp: NOW + DAY_MS - 200 });
});

test("a read under way is answered as that read, though the clock has leapt meanwhile", () => {
  const ahead = { ...announcementOf("failure", unknown), sentAt: NOW + 60_000 };
  const { next } = receive(given(user, reading()), ahead);
  expect(next.fetching).toEqual({ type: "reading", id: READING, stamp: READING + 60_000 });
  const answered = step(
    next,
    { type: "answered", readId: READING, tookMs: 100, ...answer },
    { now: NOW + 1 },
  );
  expect(answered.next).toMatchObject({
    cache: { stamp: READING + 60_000 },
    fetching: { type: "idle" },
  });
});

test("a tab that is behind does not set the clock back", () => {
  const { next } = receive(user, {
    ...announcementOf("unchanged", unknown),
    sentAt: NOW - 5000,
  });
  expect(next.clock).toMatchObject({ now: NOW, skewMs: 0 });
});

test("configured replaces all options but the timeout", () => {
  const options = { refetchInterval: 60, refetchWhenOffline: true, timeoutMs: 5 };
  const { next } = step(given(user, withPart("options", options)), {
    type: "configured",
    options: { refetchOnWindowFocus: false },
  });
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
        const { schedule } = next.nextRead;
        expect(next.clock.now).toBeGreaterThanOrEqual(state.clock.now);
        expect(next.mutations.newest).toBeGreaterThanOrEqual(state.mutations.newest);
        expect(schedule.type === "scheduled" && schedule.at).not.toBeNaN();
        expect(next.expiry.at).not.toBeNaN();
        const names = effects.map(([name]) => name);
        const reads = effects.filter(([name]) => name === "read");
        for (const [, stamp] of reads) {
          expect(names.indexOf("read")).toBe(names.length - 1);
          expect(next.fetching).toEqual({ type: "reading", id: stamp, stamp });
          expect(isUnobserved(next)).toBe(false);
          expect(next.mutations.pending).toBe(0);
          expect(stamp).toBeGreaterThan(next.mutations.newest);
          expect(stamp).toBeGreaterThan(next.cache.stamp);
        }
        expect(names.lastIndexOf("abort")).toBeLessThanOrEqual(0);
        expect(next.cache.session ? undefined : next.expiry.expires).toBeUndefined();
        state = deepFreeze(next);
      }
    }),
    { numRuns: 500 },
  );
});

describe("a shared clock that is set forward", () => {
  const aheadMs = 5000;
  const ahead = announcementOf("hello", given(user, withPart("clock", { now: NOW + aheadMs })));

  test("moves what was noted by it", () => {
    const before = given(
      user,
      withPart("expiry", { endsBy: NOW + 7000 }),
      withPart("nextRead", { peerReadAt: NOW - 300 }),
      withPart("peers", { abortedForAt: NOW - 50 }),
    );
    expect(receive(before, ahead).next).toMatchObject({
      expiry: { endsBy: NOW + 7000 + aheadMs },
      nextRead: { peerReadAt: NOW - 300 + aheadMs },
      peers: { abortedForAt: NOW - 50 + aheadMs },
    });
  });

  test("makes nothing of what has not been", () => {
    const { nextRead, peers, fetching } = receive(user, ahead).next;
    expect(nextRead).toStrictEqual(user.nextRead);
    expect(peers.abortedForAt).toBeNull();
    expect(fetching).toStrictEqual({ type: "idle" });
  });
});
