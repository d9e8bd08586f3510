import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import type { Announcement, AnnouncementType } from "../../src/session/announcement.ts";
import { PEER_MUTATION_MS, LOCK_FREE_MS } from "../../src/session/durations.ts";
import { FORCED, type Facts } from "./facts.ts";
import {
  OTHER,
  ada,
  grace,
  HOUR_MS,
  nobody,
  NOW,
  READING,
  announcementOf,
  step,
  THIS,
  unknown,
  user,
  type Result,
} from "./states.ts";

type Part = Facts;

function receive(before: Part, announcement: Announcement): Result {
  return step(before, { type: "messageReceived", announcement });
}

const newer = NOW - 10.5;
const older = NOW - 90_000.5;
const THIRD = 0.125;
const mutation = NOW - 5000.5;
const ownFacts: Part = { ...user, mutation };
const peerFacts: Part = { ...user, session: grace, stamp: newer, mutation };
const read = ["read", expect.any(Number), false];

describe("an answer of a peer", () => {
  test.each([
    ["nothing known", unknown, grace, [], Infinity],
    ["nobody", nobody, grace, [["signedIn", grace]], Infinity],
    ["the same user", user, ada, [], Infinity],
    ["another user, to be confirmed", user, grace, [["userChanged", grace, ada]], NOW + 45],
    ["nobody there", user, null, [["signedOut"]], Infinity],
  ])("that is newer is applied: %s", (_, before, session, emissions, readAt) => {
    const { next, effects } = receive(before, announcementOf("answer", { ...peerFacts, session }));
    expect(effects).toEqual([["abort", false], ...emissions]);
    expect(next).toMatchObject({
      ...{ session, stamp: newer, mutation, isFromServer: true, readAt },
      expiresAt: session ? NOW + HOUR_MS : Infinity,
    });
  });

  test("that is newer invalidates the read under way, and ends a peer mutation and an error", () => {
    const error = new SessionFetchError("network");
    const before = { ...user, reading: READING, error, failures: 3, readAt: NOW + 9000 };
    const { next } = receive(before, announcementOf("answer", peerFacts));
    expect(next).toMatchObject({ reading: 0, error: null, failures: 0, peerMutations: [] });
  });

  test.each([
    ["was forced, and is later", NOW - 5.5, FORCED, NOW - 5.5],
    ["was forced, but is earlier", NOW - 20.5, FORCED, 0],
    ["is later, but was not forced", NOW - 5.5, Infinity, 0],
  ])("that is newer keeps a read under way only if that %s", (_, reading, readAt, left) => {
    const { next } = receive({ ...user, reading, readAt }, announcementOf("answer", peerFacts));
    expect(next).toMatchObject({ session: grace, reading: left });
  });

  test("when a block has run out unnoticed, is taken over if it was asked since", () => {
    const before: Part = { ...ownFacts, peerMutations: [[THIRD, NOW]] };
    const { next, effects } = receive(before, announcementOf("answer", peerFacts));
    expect(next).toMatchObject({ session: grace, peerMutations: [], readAt: NOW + 45 });
    expect(effects).toEqual([
      ["abort", false],
      ["userChanged", grace, ada],
    ]);
    const asked = receive(before, announcementOf("answer", { ...peerFacts, stamp: mutation - 1 }));
    expect(asked.next).toMatchObject({ session: ada, peerMutations: [] });
    expect(asked.effects).toEqual([read]);
  });

  test("that is known already keeps the read under way", () => {
    const { next, effects } = receive(
      { ...user, reading: READING },
      announcementOf("answer", user),
    );
    expect(effects).toEqual([]);
    expect(next.reading).toBe(READING);
  });

  test("that is newer, but not fresh, is applied and read again", () => {
    const stamp = NOW - 30_000;
    const { next, effects } = receive(
      user,
      announcementOf("answer", { ...peerFacts, mutation: 0, stamp }),
    );
    expect(next.session).toEqual(grace);
    expect(effects).toEqual([["abort", false], ["userChanged", grace, ada], read]);
  });

  test.each<[string, boolean, Part, Part]>([
    ["older, and all is confirmed", false, user, { stamp: older, mutation: 0 }],
    [
      "older than my own mutation, but asked later than my answer",
      true,
      ownFacts,
      { stamp: NOW - 9000, mutation: 0 },
    ],
    [
      "older, but knows of a newer mutation",
      true,
      ownFacts,
      { stamp: older, mutation: NOW - 1000 },
    ],
    ["older, but knows of a mutation where none is known", true, user, { stamp: older }],
    [
      "older, and what is known here is unconfirmed",
      true,
      { ...ownFacts, isFromServer: false },
      { stamp: older },
    ],
    ["newer, but a mutation of this tab is under way", false, { ...ownFacts, mutating: 1 }, {}],
    [
      "newer, but a third tab's mutation is",
      false,
      { ...ownFacts, peerMutations: [[THIRD, NOW + 1]] },
      {},
    ],
  ])("is not taken over if it is %s; asks when the lock is free: %s", (_, asks, before, part) => {
    const announcement = announcementOf("answer", { ...peerFacts, ...part });
    const { next, effects } = receive(before, announcement);
    expect(next.session).toBe(ada);
    expect(next.stamp).toBe(user.stamp);
    expect(effects).toEqual([]);
    const isHeldBack = !!next.mutating || next.peerMutations.length > 0;
    expect(next.deferredAnswer).toEqual(isHeldBack ? announcement : null);
    expect(next.readAt).toBe(asks || isHeldBack ? NOW + LOCK_FREE_MS : Infinity);
  });

  test.each<[string, Part]>([
    ["a mutation of this tab", { mutating: 1 }],
    ["a third tab's", { peerMutations: [[THIRD, NOW + 1]] }],
  ])("that was deferred by %s causes a read afterwards", (_, part) => {
    const before = { ...ownFacts, ...part };
    expect(receive(before, announcementOf("answer", peerFacts)).next.readAt).toBe(
      NOW + LOCK_FREE_MS,
    );
    const same = { ...peerFacts, session: ada };
    expect(receive(before, announcementOf("answer", same)).next.readAt).toBe(Infinity);
  });

  test("that comes from the peer that has mutated ends its peer mutation", () => {
    const before: Part = { ...ownFacts, peerMutations: [[OTHER, NOW + 4000]] };
    const { next } = receive(
      before,
      announcementOf("answer", { ...peerFacts, mutation: NOW - 20 }),
    );
    expect(next).toMatchObject({ session: grace, peerMutations: [], mutation: NOW - 20 });
  });

  test("ends no other peer's mutation", () => {
    const block = [THIRD, NOW + 4000] as const;
    const { next } = receive(
      { ...ownFacts, peerMutations: [[OTHER, NOW + 1], block] },
      announcementOf("answer", peerFacts),
    );
    expect(next.peerMutations).toEqual([block]);
  });

  test("that says the same causes nothing, however old it is", () => {
    const same = { ...peerFacts, session: ada, stamp: older, mutation: NOW - 1000 };
    expect(receive(ownFacts, announcementOf("answer", same)).effects).toEqual([]);
  });
});

describe("a failure of a peer", () => {
  const error = new SessionFetchError("http", { status: 502 });
  const failing = { ...user, error, failures: 2, readAt: NOW + 7000 };

  test("is shown here too, and retried at the same time", () => {
    const { next, effects } = receive(user, announcementOf("failure", failing));
    expect(effects).toEqual([["error", expect.objectContaining({ code: "http", status: 502 })]]);
    expect(next).toMatchObject({ session: ada, failures: 2, readAt: NOW + 7000 });
  });

  test.each([
    ["that peer's retry replaces what is planned", Infinity, NOW + 7000],
    ["not what is forced", FORCED, FORCED],
  ])("that comes while this tab waits for the lock: %s", (_, readAt, planned) => {
    const { next, effects } = receive(
      { ...user, reading: READING, readAt },
      announcementOf("failure", failing),
    );
    expect(effects).toEqual([]);
    expect(next).toMatchObject({ reading: READING, readAt: planned, error: null });
  });

  test("counts, if the peer has read since a mutation that it does not know of", () => {
    const before = { ...user, mutation: NOW - 70_000 };
    const { next } = receive(before, announcementOf("failure", failing));
    expect(next).toMatchObject({ failures: 2, mutation: NOW - 70_000 });
  });

  test("without a code counts as one of the network", () => {
    const { next } = receive(user, { ...announcementOf("failure", failing), code: undefined });
    expect(next.error).toMatchObject({ code: "network" });
  });

  test.each<[string, Part, Part]>([
    ["a read of this tab is under way", { reading: READING }, {}],
    ["this tab has failed as often", { failures: 2 }, {}],
    ["this tab knows of a newer mutation", { mutation }, {}],
    ["this tab has a newer answer", { stamp: NOW - 10 }, {}],
  ])("is ignored if %s", (_, part) => {
    const { effects, next } = receive({ ...user, ...part }, announcementOf("failure", failing));
    expect(effects).toEqual([]);
    expect(next.error).toBeNull();
  });
});

describe("a mutation of a peer", () => {
  const pendingAuth: Part = { ...user, mutation: NOW - 1, mutating: 1, pendingAuth: 1 };
  const updating: Part = { ...pendingAuth, pendingAuth: 0 };
  const ended = (type: AnnouncementType, at = NOW - 1): Announcement =>
    announcementOf(type, { ...user, mutation: at });

  test.each([
    ["a sign-in or sign-out aborts updates too, and", pendingAuth, true],
    ["an update aborts no updates, and", updating, false],
  ])("%s aborts the read and holds reads back for a while", (_, part, all) => {
    const { next, effects } = receive(
      { ...user, reading: READING },
      announcementOf("mutating", part),
    );
    expect(effects).toEqual([["abort", all]]);
    expect(next).toMatchObject({
      ...{ reading: 0, mutation: NOW - 1, readAt: Infinity },
      peerMutations: [[OTHER, NOW - 1 + PEER_MUTATION_MS]],
    });
  });

  test.each<[string, Part]>([
    ["while one of this tab is under way", { mutating: 1 }],
    ["that is older than the newest one known", { mutation: NOW }],
  ])("%s causes a read afterwards", (_, part) => {
    const { next, effects } = receive(
      { ...user, ...part },
      announcementOf("mutating", pendingAuth),
    );
    expect(effects).toEqual([["abort", true]]);
    expect(next.readAt).toBe(NOW);
    expect(next.mutation).toBe(Math.max(NOW - 1, part.mutation ?? 0));
  });

  test("also aborts a read that started after it", () => {
    const since = { ...pendingAuth, mutation: NOW - 4000 };
    const before = { ...user, stamp: NOW - 3000, reading: READING };
    const { next, effects } = receive(before, announcementOf("mutating", since));
    expect(effects).toEqual([["abort", true]]);
    expect(next.reading).toBe(0);
  });

  test.each<[string, Part, number]>([
    ["what this tab's own has brought is not the newest any more", {}, 0],
    ["but this tab's own continues", { mutating: 1 }, NOW],
  ])("%s, though it began before the end of that", (_, part, ownMutation) => {
    const before = { ...user, mutation: NOW, ownMutation: NOW, ...part };
    expect(receive(before, announcementOf("mutating", pendingAuth)).next).toMatchObject({
      ownMutation,
    });
  });

  test.each([
    ["from its start, however late it is announced", NOW - 3000, [], NOW + 2000],
    ["not into the future, where clocks differ", NOW + 3000, [], NOW + 5000],
    ["anew where it is another one", NOW - 1000, [[OTHER, NOW + 2000]] as const, NOW + 4000],
    [
      "no shorter where an older one is announced later",
      NOW - 4000,
      [[OTHER, NOW + 2000]] as const,
      NOW + 2000,
    ],
  ])("holds reads back for five seconds %s", (_, begun, peerMutations, until) => {
    const announcement = announcementOf("mutating", { ...pendingAuth, mutation: begun });
    expect(receive({ ...user, peerMutations }, announcement).next.peerMutations).toEqual([
      [OTHER, until],
    ]);
  });

  test("keeps the mutation of a third tab", () => {
    const third = [THIRD, NOW + 9000] as const;
    const { peerMutations } = receive(
      { ...user, peerMutations: [third] },
      announcementOf("mutating", pendingAuth),
    ).next;
    expect(peerMutations).toEqual([third, [OTHER, NOW - 1 + PEER_MUTATION_MS]]);
  });

  test("holds reads back for five seconds from its start, though the clock has been set meanwhile", () => {
    const begun = NOW - 24 * HOUR_MS;
    const announcement = {
      ...announcementOf("mutating", { ...pendingAuth, mutation: begun }),
      sentAt: begun + 1000,
    };
    expect(receive(user, announcement).next.peerMutations).toEqual([[OTHER, NOW + 4000]]);
  });

  test("that is known already causes no read when it is announced again", () => {
    const before = { ...user, mutation: NOW - 1 };
    expect(receive(before, announcementOf("mutating", pendingAuth)).next.readAt).toBe(Infinity);
  });

  test("that is an update, started without knowing of this tab's sign-out, has the sign-out announced again", () => {
    const before: Part = { ...user, mutating: 1, pendingAuth: 1 };
    const effectsOf = (part: Part) => receive(before, announcementOf("mutating", part)).effects;
    expect(effectsOf(updating)).toContainEqual(["announce", "mutating"]);
    expect(effectsOf(pendingAuth)).not.toContainEqual(["announce", "mutating"]);
  });

  test("unchanged ends the peer mutation, and causes no read", () => {
    const { next, effects } = receive(
      { ...user, peerMutations: [[OTHER, NOW + 1]] },
      ended("unchanged"),
    );
    expect(effects).toEqual([["abort", false]]);
    expect(next).toMatchObject({ peerMutations: [], readAt: Infinity });
  });

  test("changed ends the peer mutation, and causes a read, but not at once", () => {
    const { next, effects } = receive(
      { ...user, peerMutations: [[OTHER, NOW + 1]] },
      ended("changed"),
    );
    expect(effects).toEqual([["abort", false]]);
    expect(next).toMatchObject({ peerMutations: [], readAt: NOW + 1 });
  });

  test.each(["changed", "unchanged"] as const)(
    "%s is ignored by a tab that has read since",
    (type) => {
      const before = { ...user, reading: READING };
      const { next, effects } = receive(before, ended(type, NOW - 70_000));
      expect(effects).toEqual([]);
      expect(next.reading).toBe(READING);
    },
  );

  test("that holds reads back is ended by its announcement, even if that is older by the clocks", () => {
    const before: Part = { ...user, peerMutations: [[OTHER, NOW + 1]] };
    const { next } = receive(before, ended("changed", NOW - 70_000));
    expect(next).toMatchObject({ peerMutations: [], readAt: NOW + 1 });
  });

  test("also causes a read where a peer's read has found something newer", () => {
    const found = announcementOf("changed", { ...user, mutation, stamp: NOW - 100 });
    expect(receive(ownFacts, found).next.readAt).toBe(NOW + 1);
    expect(receive({ ...ownFacts, stamp: NOW - 50 }, found).next.readAt).toBe(Infinity);
  });
});

describe("a read that this tab aborts because of a peer mutation", () => {
  const pendingAuth: Part = { ...user, mutation: NOW - 1, mutating: 1, pendingAuth: 1 };
  const aborted: Part = { ...user, mutation: NOW - 1, peerMutations: [[OTHER, NOW + 4000]] };
  const outcome = (session: Facts["session"], sentAt: number): Announcement => ({
    ...announcementOf("answer", { ...nobody, session, stamp: NOW - 1, mutation: NOW }),
    sentAt,
  });
  const revivals = ({ effects }: Result): unknown[] =>
    effects.filter(([name]) => name === "confirmSignOut").map(([, whom]) => whom);

  test.each<[string, Part, number]>([
    ["a read", { reading: READING }, NOW],
    ["an update", { mutating: 1 }, NOW],
    ["a sign-out, which continues", { mutating: 1, pendingAuth: 1 }, 0],
    ["nothing", {}, 0],
  ])("%s under way is noted with its time", (_, part, abortedForAt) => {
    expect(
      receive({ ...user, ...part }, announcementOf("mutating", pendingAuth)).next,
    ).toMatchObject({
      abortedForAt,
    });
  });

  test.each<[string, Facts["session"], number, unknown[]]>([
    ["only after it had ended, may have revived the session", null, NOW - 20, [ada]],
    ["only after another user's sign-in, too", grace, NOW - 20, [ada]],
    ["only after the same user's sign-in, has done no harm", ada, NOW - 20, []],
    ["in time, has done no harm", null, NOW - 10, []],
  ])("%s", (_, session, sentAt, suspects) => {
    const before = { ...aborted, abortedForAt: NOW - 10 };
    expect(revivals(receive(before, outcome(session, sentAt)))).toEqual(suspects);
  });

  test.each<[string, Part, Announcement]>([
    ["it comes from a tab that did not mutate", { peerMutations: [] }, outcome(null, NOW - 20)],
    ["the mutation continues", {}, { ...outcome(null, NOW - 20), mutating: 1 }],
    [
      "only the end of the mutation is announced",
      {},
      { ...outcome(null, NOW - 20), type: "unchanged" },
    ],
    ["nobody was signed in", { session: null }, outcome(grace, NOW - 20)],
  ])("does not confirm the sign-out if %s", (_, part, announcement) => {
    expect(revivals(receive({ ...aborted, abortedForAt: NOW, ...part }, announcement))).toEqual([]);
  });
});

test("what is forwarded for a third tab is ignored by a tab whose session is from the server", () => {
  const announcement = {
    ...announcementOf("mutating", { ...user, mutation: NOW, mutating: 1 }),
    isForAnother: true,
  };
  expect(receive(user, announcement).next.peerMutations).toEqual([]);
  const unsure = { ...user, isFromServer: false };
  expect(receive(unsure, announcement).next.peerMutations).toEqual([
    [OTHER, NOW + PEER_MUTATION_MS],
  ]);
});

test("what is passed on too late, after the third tab has told its end itself, holds back nobody", () => {
  const forwarded = {
    ...announcementOf("mutating", { ...user, mutation: NOW, mutating: 1 }),
    isForAnother: true,
  };
  const ended = receive(
    { ...user, isFromServer: false },
    announcementOf("unchanged", { mutation: NOW }),
  ).next;
  expect(receive(ended, forwarded).next.peerMutations).toEqual([]);
  // An announcement of its start, by the tab itself, is no end.
  const begun = receive(
    { ...user, isFromServer: false },
    { ...forwarded, isForAnother: false },
  ).next;
  expect(receive({ ...begun, peerMutations: [] }, forwarded).next.peerMutations).toEqual([
    [OTHER, NOW + PEER_MUTATION_MS],
  ]);
  // The announced end does not count for another tab, or after this tab had no subscriber.
  expect(receive(ended, { ...forwarded, tab: THIRD }).next.peerMutations).toEqual([
    [THIRD, NOW + PEER_MUTATION_MS],
  ]);
  const started = { type: "started", mayHaveMissed: false, isArrival: false } as const;
  const again = step({ ...ended, isObserved: false }, started).next;
  expect(receive(again, forwarded).next.peerMutations).toEqual([[OTHER, NOW + PEER_MUTATION_MS]]);
});

test("what a peer forwards for this tab is ignored", () => {
  const announcement = { ...announcementOf("mutating", { ...user, mutating: 1 }), tab: THIS };
  const { next, effects } = receive({ ...user, reading: READING }, announcement);
  expect(effects).toEqual([]);
  expect(next).toMatchObject({ reading: READING, peerMutations: [] });
});

describe("hello is answered", () => {
  test.each<[string, string[][], Part]>([
    ["what is confirmed", [["announce", "answer"]], user],
    ["that nobody is signed in", [["announce", "answer"]], nobody],
    ["a mutation under way", [["announce", "mutating"]], { ...ownFacts, mutating: 1 }],
    ["what a page has rendered", [], { ...user, isFromServer: false }],
    ["a failure that is not shown yet", [], { ...unknown, failures: 1 }],
    ["that loading was given up", [], { ...unknown, error: new SessionFetchError("timeout") }],
    [
      "another tab's mutation",
      [["announce", "mutating"]],
      { ...ownFacts, peerMutations: [[THIRD, NOW + 1]] },
    ],
    ["what was asked before a sign-in was begun", [], ownFacts],
    [
      "what this tab's own mutation has brought",
      [["announce", "answer"]],
      { ...ownFacts, ownMutation: mutation },
    ],
    ["what has ended", [], { ...user, expiresAt: NOW, reading: READING }],
    ["nothing known", [], unknown],
  ])("%s: %j", (_, effects, before) => {
    expect(receive(before, announcementOf("hello", unknown)).effects).toEqual(effects);
  });
});

describe("a next-auth signal", () => {
  const signal = (before: Part, isSignOut: boolean): Result =>
    step(before, { type: "nextAuthSignaled", isSignOut, requestAgeMs: null });

  test.each<[string, Part, boolean, number, unknown[]]>([
    ["a sign-out", { ...user, reading: READING }, true, NOW + 1, [["abort", true]]],
    ["a read, while nobody is known here", nobody, false, NOW + 1, [["abort", false]]],
    ["a read, and what is known is fresh", { ...user, stamp: NOW - 10 }, false, NOW + 4990, []],
  ])("of %s plans a read", (_, before, isSignOut, readAt, effects) => {
    const result = signal(before, isSignOut);
    expect(result.next).toMatchObject({ reading: 0, readAt });
    expect(result.effects).toEqual(effects);
  });

  test("of a read, and what is known is not fresh, reads at once", () => {
    expect(signal(user, false).effects).toEqual([read]);
  });
});
