import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import type { Announcement, AnnouncementType } from "../../src/session/announcement.ts";
import { PEER_MUTATION_MS, LOCK_FREE_MS } from "../../src/session/refetch-policy.ts";
import { FORCED, type Facts } from "./facts.ts";
import {
  OTHER,
  ada,
  grace,
  HOUR_MS,
  nobody,
  NOW,
  READING,
  said,
  step,
  THIS,
  unknown,
  user,
  type Result,
} from "./states.ts";

type Part = Facts;

function hear(before: Part, announcement: Announcement): Result {
  return step(before, { type: "messageReceived", announcement });
}

const newer = NOW - 10.5;
const older = NOW - 90_000.5;
const THIRD = 0.125;
const mutation = NOW - 5000.5;
const mine: Part = { ...user, mutation };
const theirs: Part = { ...user, session: grace, stamp: newer, mutation };
const read = ["read", expect.any(Number), false];

describe("an answer of another tab", () => {
  test.each([
    ["nothing known", unknown, grace, [], Infinity],
    ["nobody", nobody, grace, [["signedIn", grace]], Infinity],
    ["the same user", user, ada, [], Infinity],
    ["another user, to be confirmed", user, grace, [["userChanged", grace, ada]], NOW + 45],
    ["nobody there", user, null, [["signedOut"]], Infinity],
  ])("that is newer is taken over: %s", (_, before, session, emissions, readAt) => {
    const { next, effects } = hear(before, said("answer", { ...theirs, session }));
    expect(effects).toEqual([["abort", false], ...emissions]);
    expect(next).toMatchObject({
      ...{ session, stamp: newer, mutation, isFromServer: true, readAt },
      expiresAt: session ? NOW + HOUR_MS : Infinity,
    });
  });

  test("that is newer makes the read under way worthless, and ends a block and an error", () => {
    const error = new SessionFetchError("network");
    const before = { ...user, reading: READING, error, failures: 3, readAt: NOW + 9000 };
    const { next } = hear(before, said("answer", theirs));
    expect(next).toMatchObject({ reading: 0, error: null, failures: 0, peerMutations: [] });
  });

  test.each([
    ["was asked for the truth, and later", NOW - 5.5, FORCED, NOW - 5.5],
    ["was asked for the truth, but earlier", NOW - 20.5, FORCED, 0],
    ["was asked later, but not for the truth", NOW - 5.5, Infinity, 0],
  ])("that is newer leaves a read under way only if that %s", (_, reading, readAt, left) => {
    const { next } = hear({ ...user, reading, readAt }, said("answer", theirs));
    expect(next).toMatchObject({ session: grace, reading: left });
  });

  test("when a block has run out unnoticed, is taken over if it was asked since", () => {
    const before: Part = { ...mine, peerMutations: [[THIRD, NOW]] };
    const { next, effects } = hear(before, said("answer", theirs));
    expect(next).toMatchObject({ session: grace, peerMutations: [], readAt: NOW + 45 });
    expect(effects).toEqual([
      ["abort", false],
      ["userChanged", grace, ada],
    ]);
    const asked = hear(before, said("answer", { ...theirs, stamp: mutation - 1 }));
    expect(asked.next).toMatchObject({ session: ada, peerMutations: [] });
    expect(asked.effects).toEqual([read]);
  });

  test("that is known already leaves the read under way alone", () => {
    const { next, effects } = hear({ ...user, reading: READING }, said("answer", user));
    expect(effects).toEqual([]);
    expect(next.reading).toBe(READING);
  });

  test("that is newer, and yet not fresh, is taken over and read again", () => {
    const stamp = NOW - 30_000;
    const { next, effects } = hear(user, said("answer", { ...theirs, mutation: 0, stamp }));
    expect(next.session).toEqual(grace);
    expect(effects).toEqual([["abort", false], ["userChanged", grace, ada], read]);
  });

  test.each<[string, boolean, Part, Part]>([
    ["older, and all is confirmed", false, user, { stamp: older, mutation: 0 }],
    [
      "older than my own mutation, but asked later than my answer",
      true,
      mine,
      { stamp: NOW - 9000, mutation: 0 },
    ],
    ["older, but knows of a newer mutation", true, mine, { stamp: older, mutation: NOW - 1000 }],
    ["older, but knows of a mutation where none is known", true, user, { stamp: older }],
    [
      "older, and what is known here is unconfirmed",
      true,
      { ...mine, isFromServer: false },
      { stamp: older },
    ],
    ["newer, but a mutation of this tab is under way", false, { ...mine, mutating: 1 }, {}],
    [
      "newer, but a third tab's mutation is",
      false,
      { ...mine, peerMutations: [[THIRD, NOW + 1]] },
      {},
    ],
  ])("is not taken over if it is %s; asks when the lock is free: %s", (_, asks, before, part) => {
    const news = said("answer", { ...theirs, ...part });
    const { next, effects } = hear(before, news);
    expect(next.session).toBe(ada);
    expect(next.stamp).toBe(user.stamp);
    expect(effects).toEqual([]);
    const isHeldBack = !!next.mutating || next.peerMutations.length > 0;
    expect(next.deferredAnswer).toEqual(isHeldBack ? news : null);
    expect(next.readAt).toBe(asks || isHeldBack ? NOW + LOCK_FREE_MS : Infinity);
  });

  test.each<[string, Part]>([
    ["a mutation of this tab", { mutating: 1 }],
    ["a third tab's", { peerMutations: [[THIRD, NOW + 1]] }],
  ])("that was held back by %s has the server asked afterwards", (_, part) => {
    const before = { ...mine, ...part };
    expect(hear(before, said("answer", theirs)).next.readAt).toBe(NOW + LOCK_FREE_MS);
    const same = { ...theirs, session: ada };
    expect(hear(before, said("answer", same)).next.readAt).toBe(Infinity);
  });

  test("that comes from the tab that has mutated ends its block", () => {
    const before: Part = { ...mine, peerMutations: [[OTHER, NOW + 4000]] };
    const { next } = hear(before, said("answer", { ...theirs, mutation: NOW - 20 }));
    expect(next).toMatchObject({ session: grace, peerMutations: [], mutation: NOW - 20 });
  });

  test("ends no other tab's block", () => {
    const block = [THIRD, NOW + 4000] as const;
    const { next } = hear(
      { ...mine, peerMutations: [[OTHER, NOW + 1], block] },
      said("answer", theirs),
    );
    expect(next.peerMutations).toEqual([block]);
  });

  test("that says the same causes nothing, however old it is", () => {
    const same = { ...theirs, session: ada, stamp: older, mutation: NOW - 1000 };
    expect(hear(mine, said("answer", same)).effects).toEqual([]);
  });
});

describe("a failure of another tab", () => {
  const error = new SessionFetchError("http", { status: 502 });
  const failing = { ...user, error, failures: 2, readAt: NOW + 7000 };

  test("is shown here too, and retried at the same time", () => {
    const { next, effects } = hear(user, said("failure", failing));
    expect(effects).toEqual([["error", expect.objectContaining({ code: "http", status: 502 })]]);
    expect(next).toMatchObject({ session: ada, failures: 2, readAt: NOW + 7000 });
  });

  test.each([
    ["what is planned gives way to that tab's retry", Infinity, NOW + 7000],
    ["what is forced does not", FORCED, FORCED],
  ])("that comes while this tab asks for the lock: %s", (_, readAt, planned) => {
    const { next, effects } = hear({ ...user, reading: READING, readAt }, said("failure", failing));
    expect(effects).toEqual([]);
    expect(next).toMatchObject({ reading: READING, readAt: planned, error: null });
  });

  test("counts, if that tab has read since a mutation that it has not heard of", () => {
    const before = { ...user, mutation: NOW - 70_000 };
    const { next } = hear(before, said("failure", failing));
    expect(next).toMatchObject({ failures: 2, mutation: NOW - 70_000 });
  });

  test("that does not say why is taken for one of the network", () => {
    const { next } = hear(user, { ...said("failure", failing), code: undefined });
    expect(next.error).toMatchObject({ code: "network" });
  });

  test.each<[string, Part, Part]>([
    ["a read of this tab is under way", { reading: READING }, {}],
    ["this tab has failed as often", { failures: 2 }, {}],
    ["this tab knows of a newer mutation", { mutation }, {}],
    ["this tab has a newer answer", { stamp: NOW - 10 }, {}],
  ])("is left alone if %s", (_, part) => {
    const { effects, next } = hear({ ...user, ...part }, said("failure", failing));
    expect(effects).toEqual([]);
    expect(next.error).toBeNull();
  });
});

describe("a mutation of another tab", () => {
  const pendingAuth: Part = { ...user, mutation: NOW - 1, mutating: 1, pendingAuth: 1 };
  const updating: Part = { ...pendingAuth, pendingAuth: 0 };
  const ended = (type: AnnouncementType, at = NOW - 1): Announcement =>
    said(type, { ...user, mutation: at });

  test.each([
    ["a sign-in or sign-out", pendingAuth, true],
    ["an update", updating, false],
  ])(
    "%s aborts the read, holds reads back for a while; aborts updates too: %3$s",
    (_, part, all) => {
      const { next, effects } = hear({ ...user, reading: READING }, said("mutating", part));
      expect(effects).toEqual([["abort", all]]);
      expect(next).toMatchObject({
        ...{ reading: 0, mutation: NOW - 1, readAt: Infinity },
        peerMutations: [[OTHER, NOW - 1 + PEER_MUTATION_MS]],
      });
    },
  );

  test.each<[string, Part]>([
    ["while one of this tab is under way", { mutating: 1 }],
    ["that is older than the newest one known", { mutation: NOW }],
  ])("%s has the server asked afterwards", (_, part) => {
    const { next, effects } = hear({ ...user, ...part }, said("mutating", pendingAuth));
    expect(effects).toEqual([["abort", true]]);
    expect(next.readAt).toBe(NOW);
    expect(next.mutation).toBe(Math.max(NOW - 1, part.mutation ?? 0));
  });

  test("aborts also a read of a tab that has asked since it began", () => {
    const since = { ...pendingAuth, mutation: NOW - 4000 };
    const before = { ...user, stamp: NOW - 3000, reading: READING };
    const { next, effects } = hear(before, said("mutating", since));
    expect(effects).toEqual([["abort", true]]);
    expect(next.reading).toBe(0);
  });

  test.each<[string, Part, number]>([
    ["what this tab's own has brought is not the newest any more", {}, 0],
    ["but this tab's own goes on", { mutating: 1 }, NOW],
  ])("%s, though it began before the end of that", (_, part, ownMutation) => {
    const before = { ...user, mutation: NOW, ownMutation: NOW, ...part };
    expect(hear(before, said("mutating", pendingAuth)).next).toMatchObject({ ownMutation });
  });

  test.each([
    ["from its start, however late it is told", NOW - 3000, [], NOW + 2000],
    ["not into the future, where clocks differ", NOW + 3000, [], NOW + 5000],
    ["anew where it is another one", NOW - 1000, [[OTHER, NOW + 2000]] as const, NOW + 4000],
    [
      "no shorter where an older one is told later",
      NOW - 4000,
      [[OTHER, NOW + 2000]] as const,
      NOW + 2000,
    ],
  ])("holds reads back for five seconds %s", (_, begun, peerMutations, until) => {
    const news = said("mutating", { ...pendingAuth, mutation: begun });
    expect(hear({ ...user, peerMutations }, news).next.peerMutations).toEqual([[OTHER, until]]);
  });

  test("leaves the block of a third tab as it is", () => {
    const third = [THIRD, NOW + 9000] as const;
    const { peerMutations } = hear(
      { ...user, peerMutations: [third] },
      said("mutating", pendingAuth),
    ).next;
    expect(peerMutations).toEqual([third, [OTHER, NOW - 1 + PEER_MUTATION_MS]]);
  });

  test("holds reads back for five seconds from its start, though the clock has been set meanwhile", () => {
    const begun = NOW - 24 * HOUR_MS;
    const news = { ...said("mutating", { ...pendingAuth, mutation: begun }), sentAt: begun + 1000 };
    expect(hear(user, news).next.peerMutations).toEqual([[OTHER, NOW + 4000]]);
  });

  test("that is known already has nobody asked when it is told of again", () => {
    const before = { ...user, mutation: NOW - 1 };
    expect(hear(before, said("mutating", pendingAuth)).next.readAt).toBe(Infinity);
  });

  test("that is an update, begun in ignorance of this tab's sign-out, is told of it", () => {
    const before: Part = { ...user, mutating: 1, pendingAuth: 1 };
    const heard = (part: Part) => hear(before, said("mutating", part)).effects;
    expect(heard(updating)).toContainEqual(["announce", "mutating"]);
    expect(heard(pendingAuth)).not.toContainEqual(["announce", "mutating"]);
  });

  test("unchanged ends the block, and causes no read", () => {
    const { next, effects } = hear(
      { ...user, peerMutations: [[OTHER, NOW + 1]] },
      ended("unchanged"),
    );
    expect(effects).toEqual([["abort", false]]);
    expect(next).toMatchObject({ peerMutations: [], readAt: Infinity });
  });

  test("changed ends the block, and causes a read, but not at once", () => {
    const { next, effects } = hear(
      { ...user, peerMutations: [[OTHER, NOW + 1]] },
      ended("changed"),
    );
    expect(effects).toEqual([["abort", false]]);
    expect(next).toMatchObject({ peerMutations: [], readAt: NOW + 1 });
  });

  test.each(["changed", "unchanged"] as const)(
    "%s is no news to a tab that has asked since",
    (type) => {
      const before = { ...user, reading: READING };
      const { next, effects } = hear(before, ended(type, NOW - 70_000));
      expect(effects).toEqual([]);
      expect(next.reading).toBe(READING);
    },
  );

  test("whose end is what holds back reads is news, though by the clocks it is older", () => {
    const before: Part = { ...user, peerMutations: [[OTHER, NOW + 1]] };
    const { next } = hear(before, ended("changed", NOW - 70_000));
    expect(next).toMatchObject({ peerMutations: [], readAt: NOW + 1 });
  });

  test("causes a read too where another tab's read has found something that is newer", () => {
    const found = said("changed", { ...user, mutation, stamp: NOW - 100 });
    expect(hear(mine, found).next.readAt).toBe(NOW + 1);
    expect(hear({ ...mine, stamp: NOW - 50 }, found).next.readAt).toBe(Infinity);
  });
});

describe("a read that this tab gives up because another tab mutates", () => {
  const pendingAuth: Part = { ...user, mutation: NOW - 1, mutating: 1, pendingAuth: 1 };
  const gaveWay: Part = { ...user, mutation: NOW - 1, peerMutations: [[OTHER, NOW + 4000]] };
  const outcome = (session: Facts["session"], sentAt: number): Announcement => ({
    ...said("answer", { ...nobody, session, stamp: NOW - 1, mutation: NOW }),
    sentAt,
  });
  const revivals = ({ effects }: Result): unknown[] =>
    effects.filter(([name]) => name === "confirmSignOut").map(([, whom]) => whom);

  test.each<[string, Part, number]>([
    ["a read", { reading: READING }, NOW],
    ["an update", { mutating: 1 }, NOW],
    ["a sign-out, which goes on", { mutating: 1, pendingAuth: 1 }, 0],
    ["nothing", {}, 0],
  ])("%s under way is noted with its time", (_, part, abortedForPeerAt) => {
    expect(hear({ ...user, ...part }, said("mutating", pendingAuth)).next).toMatchObject({
      abortedForPeerAt,
    });
  });

  test.each<[string, Facts["session"], number, unknown[]]>([
    ["only after it was over, may have brought the user back", null, NOW - 20, [ada]],
    ["only after another user's sign-in, too", grace, NOW - 20, [ada]],
    ["only after the same user's sign-in, has done no harm", ada, NOW - 20, []],
    ["in time, has not", null, NOW - 10, []],
  ])("%s", (_, session, sentAt, suspects) => {
    const before = { ...gaveWay, abortedForPeerAt: NOW - 10 };
    expect(revivals(hear(before, outcome(session, sentAt)))).toEqual(suspects);
  });

  test.each<[string, Part, Announcement]>([
    ["a tab that did not mutate says so", { peerMutations: [] }, outcome(null, NOW - 20)],
    ["it goes on", {}, { ...outcome(null, NOW - 20), mutating: 1 }],
    ["nothing is told but its end", {}, { ...outcome(null, NOW - 20), type: "unchanged" }],
    ["nobody was signed in", { session: null }, outcome(grace, NOW - 20)],
  ])("has brought nobody back, as far as is known, if %s", (_, part, news) => {
    expect(revivals(hear({ ...gaveWay, abortedForPeerAt: NOW, ...part }, news))).toEqual([]);
  });
});

test("what is passed on for a third tab is for those who know nothing for certain", () => {
  const announcement = {
    ...said("mutating", { ...user, mutation: NOW, mutating: 1 }),
    isForAnother: true,
  };
  expect(hear(user, announcement).next.peerMutations).toEqual([]);
  const unsure = { ...user, isFromServer: false };
  expect(hear(unsure, announcement).next.peerMutations).toEqual([[OTHER, NOW + PEER_MUTATION_MS]]);
});

test("what is passed on too late, after the third tab has told its end itself, holds back nobody", () => {
  const passedOn = {
    ...said("mutating", { ...user, mutation: NOW, mutating: 1 }),
    isForAnother: true,
  };
  const ended = hear({ ...user, isFromServer: false }, said("unchanged", { mutation: NOW })).next;
  expect(hear(ended, passedOn).next.peerMutations).toEqual([]);
  // It has told its beginning itself, and that is no end.
  const begun = hear({ ...user, isFromServer: false }, { ...passedOn, isForAnother: false }).next;
  expect(hear({ ...begun, peerMutations: [] }, passedOn).next.peerMutations).toEqual([
    [OTHER, NOW + PEER_MUTATION_MS],
  ]);
  // By another tab, and since this one looked away, it says nothing any more.
  expect(hear(ended, { ...passedOn, tab: THIRD }).next.peerMutations).toEqual([
    [THIRD, NOW + PEER_MUTATION_MS],
  ]);
  const started = { type: "started", mayHaveMissed: false, isArrival: false } as const;
  const again = step({ ...ended, isObserved: false }, started).next;
  expect(hear(again, passedOn).next.peerMutations).toEqual([[OTHER, NOW + PEER_MUTATION_MS]]);
});

test("what another tab passes on for this one is nothing new to it", () => {
  const announcement = { ...said("mutating", { ...user, mutating: 1 }), tab: THIS };
  const { next, effects } = hear({ ...user, reading: READING }, announcement);
  expect(effects).toEqual([]);
  expect(next).toMatchObject({ reading: READING, peerMutations: [] });
});

describe("hello is answered", () => {
  test.each<[string, string[][], Part]>([
    ["what is confirmed", [["announce", "answer"]], user],
    ["that nobody is signed in", [["announce", "answer"]], nobody],
    ["a mutation under way", [["announce", "mutating"]], { ...mine, mutating: 1 }],
    ["what a page has rendered", [], { ...user, isFromServer: false }],
    ["a failure that is not shown yet", [], { ...unknown, failures: 1 }],
    ["that loading was given up", [], { ...unknown, error: new SessionFetchError("timeout") }],
    [
      "another tab's mutation",
      [["announce", "mutating"]],
      { ...mine, peerMutations: [[THIRD, NOW + 1]] },
    ],
    ["what was asked before a sign-in was begun", [], mine],
    [
      "what this tab's own mutation has brought",
      [["announce", "answer"]],
      { ...mine, ownMutation: mutation },
    ],
    ["what has ended", [], { ...user, expiresAt: NOW, reading: READING }],
    ["nothing known", [], unknown],
  ])("%s: %j", (_, effects, before) => {
    expect(hear(before, said("hello", unknown)).effects).toEqual(effects);
  });
});

describe("a hint of next-auth's", () => {
  const hint = (before: Part, isSignOut: boolean): Result =>
    step(before, { type: "nextAuthSignaled", isSignOut });

  test.each<[string, Part, boolean, number, unknown[]]>([
    ["a sign-out", { ...user, reading: READING }, true, NOW + 1, [["abort", true]]],
    ["a read, while nobody is known here", nobody, false, NOW + 1, [["abort", false]]],
    ["a read, and what is known is fresh", { ...user, stamp: NOW - 10 }, false, NOW + 4990, []],
  ])("of %s plans a read", (_, before, isSignOut, readAt, effects) => {
    const result = hint(before, isSignOut);
    expect(result.next).toMatchObject({ reading: 0, readAt });
    expect(result.effects).toEqual(effects);
  });

  test("of a read, and what is known is not fresh, reads at once", () => {
    expect(hint(user, false).effects).toEqual([read]);
  });
});
