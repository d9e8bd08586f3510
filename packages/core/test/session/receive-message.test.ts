import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import type { Announcement, AnnouncementType } from "../../src/session/announcement.ts";
import { PEER_MUTATION_MS, LOCK_FREE_MS } from "../../src/session/durations.ts";
import { BEGINNING, type Stamp } from "../../src/session/state/stamp.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import {
  besidePeerMutation,
  endingAt,
  given,
  reading,
  signingOut,
  unconfirmed,
  unobserved,
  updating,
  withError,
  withFailures,
  withForcedRead,
  withMutation,
  withOwnMutation,
  withPart,
  withReadAt,
  withSession,
  withStamp,
  type Builder,
} from "./given.ts";
import { nobody, unknown, user } from "./states.ts";
import { announcementOf, receive, step, type Result } from "./step.ts";
import { ada, grace, HOUR_MS, NOW, OTHER, THIRD, THIS } from "./values.ts";

const newer = NOW - 10.5;
const older = NOW - 90_000.5;
const mutation = NOW - 5000.5;
/** This tab knows of a mutation, and has not read since. */
const informed = given(user, withMutation(mutation));
/** A peer has read since. */
const peer = given(user, withSession(grace), withStamp(newer), withMutation(mutation));
const read = ["read", expect.any(Number), false];
const none = { type: "none" };
const forced = { type: "forced" };
const withoutPeerMutations = withPart("peers", { mutations: [] });

describe("an answer of a peer", () => {
  test.each([
    ["nothing known", unknown, grace, [], none],
    ["nobody", nobody, grace, [["signedIn", grace]], none],
    ["the same user", user, ada, [], none],
    [
      "another user, to be confirmed",
      user,
      grace,
      [["userChanged", grace, ada]],
      { type: "scheduled", at: NOW + 45 },
    ],
    ["nobody there", user, null, [["signedOut"]], none],
  ])("that is newer is applied: %s", (_, before, session, emissions, schedule) => {
    const announcement = announcementOf("answer", given(peer, withSession(session)));
    const { next, effects } = receive(before, announcement);
    expect(effects).toEqual([["abort", false], ...emissions]);
    expect(next).toMatchObject({
      cache: { session, stamp: newer, certainty: "fromServer" },
      expiry: { at: session ? NOW + HOUR_MS : Infinity },
      nextRead: { schedule },
      mutations: { newest: mutation },
    });
  });

  test("that is newer invalidates the read under way, and ends a peer mutation and an error", () => {
    const failed = withFailures(3, new SessionFetchError("network"));
    const before = given(user, failed, withReadAt(NOW + 9000), reading());
    const { next } = receive(before, announcementOf("answer", peer));
    expect(next).toMatchObject({
      fetching: { type: "idle" },
      failure: { error: null, count: 0 },
      peers: { mutations: [] },
    });
  });

  test.each<[string, SessionState, boolean]>([
    ["was forced, and is later", given(user, withForcedRead, reading(NOW - 5.5)), true],
    ["was forced, but is earlier", given(user, withForcedRead, reading(NOW - 20.5)), false],
    ["is later, but was not forced", given(user, reading(NOW - 5.5)), false],
  ])("that is newer keeps a read under way only if that %s", (_, before, isKept) => {
    const { next } = receive(before, announcementOf("answer", peer));
    expect(next.cache.session).toEqual(grace);
    expect(next.fetching).toEqual(isKept ? before.fetching : { type: "idle" });
  });

  test("when a peer mutation has run out unnoticed, is taken over if it was asked since", () => {
    const before = given(informed, besidePeerMutation(THIRD, NOW));
    const { next, effects } = receive(before, announcementOf("answer", peer));
    expect(next).toMatchObject({
      cache: { session: grace },
      nextRead: { schedule: { at: NOW + 45 } },
      peers: { mutations: [] },
    });
    expect(effects).toEqual([
      ["abort", false],
      ["userChanged", grace, ada],
    ]);
    const askedBefore = given(peer, withStamp(mutation - 1));
    const asked = receive(before, announcementOf("answer", askedBefore));
    expect(asked.next).toMatchObject({ cache: { session: ada }, peers: { mutations: [] } });
    expect(asked.effects).toEqual([read]);
  });

  test("that is known already keeps the read under way", () => {
    const before = given(user, reading());
    const { next, effects } = receive(before, announcementOf("answer", user));
    expect(effects).toEqual([]);
    expect(next.fetching).toEqual(before.fetching);
  });

  test("that is newer, but not fresh, is applied and read again", () => {
    const stale = given(peer, withMutation(BEGINNING), withStamp(NOW - 30_000));
    const { next, effects } = receive(user, announcementOf("answer", stale));
    expect(next.cache.session).toEqual(grace);
    expect(effects).toEqual([["abort", false], ["userChanged", grace, ada], read]);
  });

  test.each<[string, boolean, SessionState, Builder[]]>([
    ["older, and all is confirmed", false, user, [withStamp(older), withMutation(BEGINNING)]],
    [
      "older than my own mutation, but asked later than my answer",
      true,
      informed,
      [withStamp(NOW - 9000), withMutation(BEGINNING)],
    ],
    [
      "older, but knows of a newer mutation",
      true,
      informed,
      [withStamp(older), withMutation(NOW - 1000)],
    ],
    ["older, but knows of a mutation where none is known", true, user, [withStamp(older)]],
    [
      "older, and what is known here is unconfirmed",
      true,
      given(informed, unconfirmed),
      [withStamp(older)],
    ],
    ["newer, but a mutation of this tab is under way", false, given(informed, updating), []],
    [
      "newer, but a third tab's mutation is",
      false,
      given(informed, besidePeerMutation(THIRD, NOW + 1)),
      [],
    ],
  ])(
    "is not taken over if it is %s; asks when the lock is free: %s",
    (_, asks, before, builders) => {
      const announcement = announcementOf("answer", given(peer, ...builders));
      const { next, effects } = receive(before, announcement);
      expect(next.cache).toMatchObject({ session: ada, stamp: user.cache.stamp });
      expect(effects).toEqual([]);
      const isHeldBack = next.mutations.pending > 0 || next.peers.mutations.length > 0;
      expect(next.peers.deferredAnswer).toEqual(isHeldBack ? announcement : null);
      const scheduled = { type: "scheduled", at: NOW + LOCK_FREE_MS };
      expect(next.nextRead.schedule).toMatchObject(asks || isHeldBack ? scheduled : none);
    },
  );

  test.each<[string, SessionState]>([
    ["a mutation of this tab", given(informed, updating)],
    ["a third tab's", given(informed, besidePeerMutation(THIRD, NOW + 1))],
  ])("that was deferred by %s causes a read afterwards", (_, before) => {
    const other = receive(before, announcementOf("answer", peer));
    expect(other.next.nextRead.schedule).toMatchObject({ at: NOW + LOCK_FREE_MS });
    const same = receive(before, announcementOf("answer", given(peer, withSession(ada))));
    expect(same.next.nextRead.schedule).toEqual(none);
  });

  test("that comes from the peer that has mutated ends its peer mutation", () => {
    const before = given(informed, besidePeerMutation(OTHER, NOW + 4000));
    const mutated = given(peer, withMutation(NOW - 20));
    const { next } = receive(before, announcementOf("answer", mutated));
    expect(next).toMatchObject({
      cache: { session: grace },
      mutations: { newest: NOW - 20 },
      peers: { mutations: [] },
    });
  });

  test("ends no other peer's mutation", () => {
    const besideThird = given(informed, besidePeerMutation(THIRD, NOW + 4000));
    const before = given(besideThird, besidePeerMutation(OTHER, NOW + 1));
    const { next } = receive(before, announcementOf("answer", peer));
    expect(next.peers.mutations).toEqual(besideThird.peers.mutations);
  });

  test("that says the same causes nothing, however old it is", () => {
    const same = given(peer, withSession(ada), withStamp(older), withMutation(NOW - 1000));
    expect(receive(informed, announcementOf("answer", same)).effects).toEqual([]);
  });
});

describe("a failure of a peer", () => {
  const error = new SessionFetchError("http", { status: 502 });
  const failure = announcementOf(
    "failure",
    given(user, withFailures(2, error), withReadAt(NOW + 7000)),
  );

  test("is shown here too, and retried at the same time", () => {
    const { next, effects } = receive(user, failure);
    expect(effects).toEqual([["error", expect.objectContaining({ code: "http", status: 502 })]]);
    expect(next).toMatchObject({
      cache: { session: ada },
      nextRead: { schedule: { at: NOW + 7000 } },
      failure: { count: 2 },
    });
  });

  test.each<[string, SessionState, object]>([
    [
      "that peer's retry replaces what is planned",
      given(user, reading()),
      { type: "scheduled", at: NOW + 7000 },
    ],
    ["not what is forced", given(user, reading(), withForcedRead), forced],
  ])("that comes while this tab waits for the lock: %s", (_, before, schedule) => {
    const { next, effects } = receive(before, failure);
    expect(effects).toEqual([]);
    expect(next).toMatchObject({
      fetching: before.fetching,
      nextRead: { schedule },
      failure: { error: null },
    });
  });

  test("counts, if the peer has read since a mutation that it does not know of", () => {
    const { next } = receive(given(user, withMutation(NOW - 70_000)), failure);
    expect(next.failure.count).toBe(2);
    expect(next.mutations.newest).toBe(NOW - 70_000);
  });

  test("without a code counts as one of the network", () => {
    const { next } = receive(user, { ...failure, code: undefined });
    expect(next.failure.error).toMatchObject({ code: "network" });
  });

  test.each<[string, SessionState]>([
    ["a read of this tab is under way", given(user, reading())],
    ["this tab has failed as often", given(user, withFailures(2))],
    ["this tab knows of a newer mutation", informed],
    ["this tab has a newer answer", given(user, withStamp(NOW - 10))],
  ])("is ignored if %s", (_, before) => {
    const { effects, next } = receive(before, failure);
    expect(effects).toEqual([]);
    expect(next.failure.error).toBeNull();
  });
});

/** A peer that has started a sign-out. */
const signingOutSince = (stamp: Stamp): SessionState =>
  given(user, signingOut, withMutation(stamp));
/** A peer that has started an update. */
const updatingSince = (stamp: Stamp): SessionState => given(user, updating, withMutation(stamp));
const signOut = announcementOf("mutating", signingOutSince(NOW - 1));
const update = announcementOf("mutating", updatingSince(NOW - 1));

describe("a mutation of a peer", () => {
  const ended = (type: AnnouncementType, at: Stamp = NOW - 1): Announcement =>
    announcementOf(type, given(user, withMutation(at)));
  const heldUntil = NOW - 1 + PEER_MUTATION_MS;

  test.each([
    ["a sign-in or sign-out aborts updates too, and", signOut, true],
    ["an update aborts no updates, and", update, false],
  ])("%s aborts the read and holds reads back for a while", (_, announcement, isAuth) => {
    const { next, effects } = receive(given(user, reading()), announcement);
    expect(effects).toEqual([["abort", isAuth]]);
    expect(next).toMatchObject({
      fetching: { type: "idle" },
      nextRead: { schedule: none },
      mutations: { newest: NOW - 1 },
      peers: { mutations: [{ tab: OTHER, until: heldUntil, isAuth }] },
    });
  });

  test.each<[string, SessionState, Stamp]>([
    ["while one of this tab is under way", given(user, updating), NOW - 1],
    ["that is older than the newest one known", given(user, withMutation(NOW)), NOW],
  ])("%s causes a read afterwards", (_, before, newest) => {
    const { next, effects } = receive(before, signOut);
    expect(effects).toEqual([["abort", true]]);
    expect(next.nextRead.schedule).toMatchObject({ at: NOW });
    expect(next.mutations.newest).toBe(newest);
  });

  test("also aborts a read that started after it", () => {
    const before = given(user, withStamp(NOW - 3000), reading());
    const since = announcementOf("mutating", signingOutSince(NOW - 4000));
    const { next, effects } = receive(before, since);
    expect(effects).toEqual([["abort", true]]);
    expect(next.fetching).toEqual({ type: "idle" });
  });

  const withOwn = given(user, withOwnMutation(NOW));

  test.each<[string, SessionState, Stamp | null]>([
    ["what this tab's own has brought is not the newest any more", withOwn, null],
    ["but this tab's own continues", given(withOwn, updating), NOW],
  ])("%s, though it began before the end of that", (_, before, own) => {
    expect(receive(before, signOut).next.mutations.own).toBe(own);
  });

  const held = given(user, besidePeerMutation(OTHER, NOW + 2000));

  test.each<[string, Stamp, SessionState, number]>([
    ["from its start, however late it is announced", NOW - 3000, user, NOW + 2000],
    ["not into the future, where clocks differ", NOW + 3000, user, NOW + 5000],
    ["anew where it is another one", NOW - 1000, held, NOW + 4000],
    ["no shorter where an older one is announced later", NOW - 4000, held, NOW + 2000],
  ])("holds reads back for five seconds %s", (_, begun, before, until) => {
    const announcement = announcementOf("mutating", signingOutSince(begun));
    const { next } = receive(before, announcement);
    expect(next.peers.mutations).toEqual([{ tab: OTHER, until, isAuth: true }]);
  });

  test("keeps the mutation of a third tab", () => {
    const before = given(user, besidePeerMutation(THIRD, NOW + 9000));
    expect(receive(before, signOut).next.peers.mutations).toEqual([
      ...before.peers.mutations,
      { tab: OTHER, until: heldUntil, isAuth: true },
    ]);
  });

  test("holds reads back for five seconds from its start, though the clock has been set meanwhile", () => {
    const begun = NOW - 24 * HOUR_MS;
    const announcement = {
      ...announcementOf("mutating", signingOutSince(begun)),
      sentAt: begun + 1000,
    };
    expect(receive(user, announcement).next.peers.mutations).toEqual([
      { tab: OTHER, until: NOW + 4000, isAuth: true },
    ]);
  });

  test("that is known already causes no read when it is announced again", () => {
    const before = given(user, withMutation(NOW - 1));
    expect(receive(before, signOut).next.nextRead.schedule).toEqual(none);
  });

  test("that is an update, started without knowing of this tab's sign-out, has the sign-out announced again", () => {
    const before = given(user, signingOut);
    expect(receive(before, update).effects).toContainEqual(["announce", "mutating"]);
    expect(receive(before, signOut).effects).not.toContainEqual(["announce", "mutating"]);
  });

  const besidePeer = given(user, besidePeerMutation(OTHER, NOW + 1));

  test("unchanged ends the peer mutation, and causes no read", () => {
    const { next, effects } = receive(besidePeer, ended("unchanged"));
    expect(effects).toEqual([["abort", false]]);
    expect(next).toMatchObject({ nextRead: { schedule: none }, peers: { mutations: [] } });
  });

  test("changed ends the peer mutation, and causes a read, but not at once", () => {
    const { next, effects } = receive(besidePeer, ended("changed"));
    expect(effects).toEqual([["abort", false]]);
    expect(next).toMatchObject({
      nextRead: { schedule: { at: NOW + 1 } },
      peers: { mutations: [] },
    });
  });

  test.each(["changed", "unchanged"] as const)(
    "%s is ignored by a tab that has read since",
    (type) => {
      const before = given(user, reading());
      const { next, effects } = receive(before, ended(type, NOW - 70_000));
      expect(effects).toEqual([]);
      expect(next.fetching).toEqual(before.fetching);
    },
  );

  test("that holds reads back is ended by its announcement, even if that is older by the clocks", () => {
    const { next } = receive(besidePeer, ended("changed", NOW - 70_000));
    expect(next).toMatchObject({
      nextRead: { schedule: { at: NOW + 1 } },
      peers: { mutations: [] },
    });
  });

  test("also causes a read where a peer's read has found something newer", () => {
    const found = announcementOf("changed", given(informed, withStamp(NOW - 100)));
    const scheduleOf = (before: SessionState) => receive(before, found).next.nextRead.schedule;
    expect(scheduleOf(informed)).toMatchObject({ at: NOW + 1 });
    expect(scheduleOf(given(informed, withStamp(NOW - 50)))).toEqual(none);
  });
});

describe("a read that this tab aborts because of a peer mutation", () => {
  const abortedAt = (abortedForAt: number): SessionState =>
    given(
      user,
      withMutation(NOW - 1),
      besidePeerMutation(OTHER, NOW + 4000),
      withPart("peers", { abortedForAt }),
    );
  const outcome = (session: typeof ada | null, sentAt: number): Announcement => {
    const after = given(nobody, withSession(session), withStamp(NOW - 1), withMutation(NOW));
    return { ...announcementOf("answer", after), sentAt };
  };
  const revivals = ({ effects }: Result): unknown[] =>
    effects.filter(([name]) => name === "confirmSignOut").map(([, whom]) => whom);

  test.each<[string, SessionState, number | null]>([
    ["a read", given(user, reading()), NOW],
    ["an update", given(user, updating), NOW],
    ["a sign-out, which continues", given(user, signingOut), null],
    ["nothing", user, null],
  ])("%s under way is noted with its time", (_, before, abortedForAt) => {
    expect(receive(before, signOut).next.peers.abortedForAt).toBe(abortedForAt);
  });

  test.each<[string, typeof ada | null, number, unknown[]]>([
    ["only after it had ended, may have revived the session", null, NOW - 20, [ada]],
    ["only after another user's sign-in, too", grace, NOW - 20, [ada]],
    ["only after the same user's sign-in, has done no harm", ada, NOW - 20, []],
    ["in time, has done no harm", null, NOW - 10, []],
  ])("%s", (_, session, sentAt, suspects) => {
    expect(revivals(receive(abortedAt(NOW - 10), outcome(session, sentAt)))).toEqual(suspects);
  });

  test.each<[string, Builder[], Announcement]>([
    ["it comes from a tab that did not mutate", [withoutPeerMutations], outcome(null, NOW - 20)],
    ["the mutation continues", [], { ...outcome(null, NOW - 20), mutating: 1 }],
    [
      "only the end of the mutation is announced",
      [],
      { ...outcome(null, NOW - 20), type: "unchanged" },
    ],
    ["nobody was signed in", [withSession(null)], outcome(grace, NOW - 20)],
  ])("does not confirm the sign-out if %s", (_, builders, announcement) => {
    const before = given(abortedAt(NOW), ...builders);
    expect(revivals(receive(before, announcement))).toEqual([]);
  });
});

test("what is forwarded for a third tab is ignored by a tab whose session is from the server", () => {
  const forwarded = { ...announcementOf("mutating", updatingSince(NOW)), isForAnother: true };
  expect(receive(user, forwarded).next.peers.mutations).toEqual([]);
  const unsure = given(user, unconfirmed);
  expect(receive(unsure, forwarded).next.peers.mutations).toEqual([
    { tab: OTHER, until: NOW + PEER_MUTATION_MS, isAuth: false },
  ]);
});

test("what is passed on too late, after the third tab has told its end itself, holds back nobody", () => {
  const begin = announcementOf("mutating", updatingSince(NOW));
  const forwarded = { ...begin, isForAnother: true };
  const held = { tab: OTHER, until: NOW + PEER_MUTATION_MS, isAuth: false };
  const unsure = given(user, unconfirmed);
  const end = announcementOf("unchanged", given(unknown, withMutation(NOW)));
  const ended = receive(unsure, end).next;
  expect(receive(ended, forwarded).next.peers.mutations).toEqual([]);
  // An announcement of its start, by the tab itself, is no end.
  const begun = given(receive(unsure, begin).next, withoutPeerMutations);
  expect(receive(begun, forwarded).next.peers.mutations).toEqual([held]);
  // The announced end does not count for another tab, or after this tab had no subscriber.
  expect(receive(ended, { ...forwarded, tab: THIRD }).next.peers.mutations).toEqual([
    { ...held, tab: THIRD },
  ]);
  const started = { type: "started", mayHaveMissed: false, isArrival: false } as const;
  const again = step(given(ended, unobserved), started).next;
  expect(receive(again, forwarded).next.peers.mutations).toEqual([held]);
});

test("what a peer forwards for this tab is ignored", () => {
  const before = given(user, reading());
  const announcement = announcementOf("mutating", given(user, updating), THIS);
  const { next, effects } = receive(before, announcement);
  expect(effects).toEqual([]);
  expect(next).toMatchObject({ fetching: before.fetching, peers: { mutations: [] } });
});

describe("hello is answered", () => {
  test.each<[string, string[][], SessionState]>([
    ["what is confirmed", [["announce", "answer"]], user],
    ["that nobody is signed in", [["announce", "answer"]], nobody],
    ["a mutation under way", [["announce", "mutating"]], given(informed, updating)],
    ["what a page has rendered", [], given(user, unconfirmed)],
    ["a failure that is not shown yet", [], given(unknown, withFailures(1))],
    ["that loading was given up", [], given(unknown, withError(new SessionFetchError("timeout")))],
    [
      "another tab's mutation",
      [["announce", "mutating"]],
      given(informed, besidePeerMutation(THIRD, NOW + 1)),
    ],
    ["what was asked before a sign-in was begun", [], informed],
    [
      "what this tab's own mutation has brought",
      [["announce", "answer"]],
      given(user, withOwnMutation(mutation)),
    ],
    ["what has ended", [], given(user, endingAt(NOW), reading())],
    ["nothing known", [], unknown],
  ])("%s: %j", (_, effects, before) => {
    expect(receive(before, announcementOf("hello", unknown)).effects).toEqual(effects);
  });
});

describe("a next-auth signal", () => {
  const signal = (before: SessionState, isSignOut: boolean): Result =>
    step(before, { type: "nextAuthSignaled", isSignOut, requestAgeMs: null });

  test.each<[string, SessionState, boolean, number, unknown[]]>([
    ["a sign-out", given(user, reading()), true, NOW + 1, [["abort", true]]],
    ["a read, while nobody is known here", nobody, false, NOW + 1, [["abort", false]]],
    ["a read, and what is known is fresh", given(user, withStamp(NOW - 10)), false, NOW + 4990, []],
  ])("of %s plans a read", (_, before, isSignOut, at, effects) => {
    const result = signal(before, isSignOut);
    expect(result.next).toMatchObject({
      fetching: { type: "idle" },
      nextRead: { schedule: { at } },
    });
    expect(result.effects).toEqual(effects);
  });

  test("of a read, and what is known is not fresh, reads at once", () => {
    expect(signal(user, false).effects).toEqual([read]);
  });
});
