import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import { statusOf } from "../../src/session/snapshot.ts";
import { FORCED, type Facts } from "./facts.ts";
import {
  ada,
  grace,
  HOUR_MS,
  nobody,
  NOW,
  OTHER,
  READING,
  stateOf,
  step,
  unknown,
  user,
} from "./states.ts";

type Part = Facts;

describe("started", () => {
  test.each<[string, number, Part]>([
    ["nothing is known", NOW + 15, unknown],
    ["what is known is not fresh", NOW + 15, user],
    ["what is known is fresh", Infinity, { ...user, stamp: NOW - 100 }],
    ["it was rendered", Infinity, { ...user, isFromServer: false }],
    [
      "what is known must revalidate",
      NOW + 15,
      { ...user, isFromServer: false, mustRevalidate: true },
    ],
    ["the last read failed", NOW + 9000, { ...user, failures: 1, readAt: NOW + 9000 }],
    ["its retry is overdue", NOW + 15, { ...user, failures: 1, readAt: NOW - 9000 }],
  ])("says hello; where %s, plans a read at %d", (_, readAt, before) => {
    const { next, effects } = step(
      { ...before, isObserved: false },
      { type: "started", mayHaveMissed: false, isArrival: false },
    );
    expect(effects).toEqual([["announce", "hello"]]);
    expect(next).toMatchObject({ isObserved: true, readAt, loadingUntil: NOW + 10_600 });
  });
});

test("stopped: aborts, and keeps what is known and the planned read", () => {
  const before: Facts = {
    ...user,
    reading: READING,
    readAt: NOW,
    peerMutations: [[OTHER, NOW + 1]],
  };
  const { next, effects } = step(before, { type: "stopped" });
  expect(effects).toEqual([["abort", true]]);
  expect(next).toMatchObject({
    ...{ session: ada, isObserved: false, reading: 0, readAt: NOW },
  });
});

test("a tab that may have missed a change reads, and announces no answer before", () => {
  const fresh = { ...user, stamp: NOW - 100, isObserved: false };
  const { next } = step(fresh, { type: "started", mayHaveMissed: true, isArrival: false });
  expect(next).toMatchObject({ session: ada, isFromServer: false, readAt: NOW + 15 });
  expect(statusOf(stateOf(next))).toBe("loading");
});

test("who has heard of a sign-out, and stopped before he could ask, does not show who has left", () => {
  const informed: Part = { ...user, stamp: NOW - 200, mutation: NOW - 100, readAt: NOW - 99 };
  const { next: stopped } = step({ ...informed, reading: READING }, { type: "stopped" });
  const { next } = step(stopped, { type: "started", mayHaveMissed: false, isArrival: false });
  expect(next).toMatchObject({ session: ada, isFromServer: false, readAt: NOW + 15 });
  expect(statusOf(stateOf(next))).toBe("loading");
});

test.each<[string, string, Part]>([
  ["that was due just now, after a mutation", "loading", { mutation: NOW - 100, readAt: NOW }],
  ["that is due later", "authenticated", { mutation: NOW - 100, readAt: NOW + 1 }],
  ["that was due, without a mutation", "authenticated", { readAt: NOW - 99 }],
  ["of a session that ends just now", "loading", { expiresAt: NOW }],
])("a new subscriber after a skipped read %s sees %s", (_, status, part) => {
  const before: Part = { ...user, stamp: NOW - 200, ...part, isObserved: false };
  const { next } = step(before, { type: "started", mayHaveMissed: false, isArrival: false });
  expect(statusOf(stateOf(next))).toBe(status);
});

describe("a page to which the server has sent its user", () => {
  const arrived = { type: "started", mayHaveMissed: false, isArrival: true } as const;

  test("without a session has a stamp after all that peers know, and does not show their session", () => {
    const { next, effects } = step({ isObserved: false }, arrived);
    expect(effects).toEqual([["announce", "hello"]]);
    expect(next.mutation).toBeGreaterThanOrEqual(NOW);
    expect(next).toMatchObject({ isFromServer: false, readAt: NOW + 15 });
    expect(statusOf(stateOf(next))).toBe("loading");
  });

  test("with a rendered session announces to peers that theirs is older", () => {
    const rendered: Part = { ...user, stamp: NOW, isFromServer: false, isObserved: false };
    const { next, effects } = step(rendered, arrived);
    expect(effects).toEqual([
      ["announce", "changed"],
      ["announce", "hello"],
    ]);
    expect(next.mutation).toBeGreaterThanOrEqual(NOW);
    expect(statusOf(stateOf(next))).toBe("authenticated");
  });
});

test("a tab that stopped after a mutation without effect shows what is known", () => {
  const before: Part = { ...user, stamp: NOW - 200, mutation: NOW - 100, isObserved: false };
  const { next } = step(before, { type: "started", mayHaveMissed: false, isArrival: false });
  expect(statusOf(stateOf(next))).toBe("authenticated");
});

test("a session that ended without a subscriber is not shown again before it is confirmed", () => {
  const before: Part = { ...user, stamp: NOW - 100, expiresAt: NOW - 1, isObserved: false };
  const { next } = step(before, { type: "started", mayHaveMissed: false, isArrival: false });
  expect(statusOf(stateOf(next))).toBe("loading");
  expect(next.readAt).toBe(NOW + 15);
});

test("a forced read that was aborted starts again with the next subscriber", () => {
  const { next: stopped } = step({ ...user, readAt: FORCED, mutating: 1 }, { type: "stopped" });
  const { effects } = step(
    { ...stopped, mutating: 0 },
    { type: "started", mayHaveMissed: false, isArrival: false },
  );
  expect(effects.at(-1)).toEqual(["read", expect.any(Number), true]);
});

test("a subscriber during a mutation of this tab announces the mutation to peers", () => {
  const { effects } = step(
    { ...user, mutating: 1, isObserved: false },
    { type: "started", mayHaveMissed: false, isArrival: false },
  );
  expect(effects).toEqual([
    ["announce", "hello"],
    ["announce", "mutating"],
  ]);
});

test("a new subscriber knows of no peer mutation until it is announced again", () => {
  const before: Part = { ...user, peerMutations: [[OTHER, NOW + 1]], isObserved: false };
  const { next } = step(before, { type: "started", mayHaveMissed: false, isArrival: false });
  expect(next).toMatchObject({ peerMutations: [], isFromServer: false, readAt: NOW + 15 });
});

describe("restored", () => {
  test.each<[string, Part]>([
    ["another tab's", { peerMutations: [[OTHER, NOW - 9000]] }],
    ["its own", { mutating: 1 }],
  ])("is in doubt where a mutation was under way when the page was left: %s", (_, part) => {
    const before = { ...user, ...part, isObserved: false };
    const { next } = step(before, { type: "restored", mayBeOutdated: false });
    expect(statusOf(stateOf(next))).toBe("loading");
  });

  const error = new SessionFetchError("network");

  test.each([
    [true, "loading", null],
    [false, "authenticated", error],
  ])(
    "must revalidate: %s; shows %s, says hello, and reads at once",
    (mayBeOutdated, status, shown) => {
      const before = { ...user, error, failures: 1, isObserved: false };
      const { next, effects } = step(before, { type: "restored", mayBeOutdated });
      expect(statusOf(stateOf(next))).toBe(status);
      expect(next).toMatchObject({ session: ada, isFromServer: false, error: shown });
      expect(effects).toEqual([
        ["announce", "hello"],
        ["read", next.reading, true],
      ]);
    },
  );

  test("must revalidate: does not load without end", () => {
    const { next } = step(user, { type: "restored", mayBeOutdated: true });
    const later = step(next, { type: "woke" }, { now: next.loadingUntil });
    expect(statusOf(stateOf(later.next))).toBe("unauthenticated");
    expect(later.next.error).toMatchObject({ code: "timeout" });
  });
});

describe("hydrated", () => {
  const rendered = {
    type: "hydrated",
    session: grace,
    lifetimeMs: HOUR_MS,
    isServerClock: true,
  } as const;
  const read = ["read", expect.any(Number), true];

  test.each<[string, Part, unknown[]]>([
    ["nothing known", unknown, [["abort", false]]],
    ["nobody known", nobody, [["abort", false], ["signedIn", grace], read]],
    ["another user known", user, [["abort", false], ["userChanged", grace, ada], read]],
    ["no observer", { ...unknown, isObserved: false }, [["abort", false]]],
    [
      "another user known and no observer",
      { ...user, isObserved: false },
      [
        ["abort", false],
        ["userChanged", grace, ada],
      ],
    ],
  ])(
    "with %s: shown, unconfirmed, and confirmed by a read where it differs",
    (_, before, effects) => {
      const result = step({ ...before, reading: READING }, rendered);
      expect(result.next).toMatchObject({ session: grace, isFromServer: false, stamp: NOW });
      expect(result.effects).toEqual(effects);
    },
  );

  const expires = new Date(NOW + 2 * HOUR_MS).toISOString();
  const sameUser = { ...rendered, session: { ...ada, expires } };

  test.each([
    ["by the difference of the two, whatever the page's clock says", true, user.expires, HOUR_MS],
    ["by the page's clock, where there was no answer", false, user.expires, 1000 - HOUR_MS],
    ["by the page's clock, where it had none", true, undefined, 1000 - HOUR_MS],
  ])("with the same session only changes the expiry, %s", (_, isFromServer, known, movesMs) => {
    const before = { ...user, isFromServer, expires: known, reading: READING };
    const { next, effects } = step(before, { ...sameUser, lifetimeMs: 1000, isServerClock: true });
    expect(effects.map(([name]) => name)).not.toContain("abort");
    expect(next.session).toBe(ada);
    expect(next).toMatchObject({ expires, expiresAt: NOW + HOUR_MS + movesMs, isFromServer });
    expect(next.reading).toBe(READING);
  });

  test.each([
    ["older than", new Date(NOW).toISOString()],
    ["as old as", ada.expires],
  ])("that is %s what is known does not change the expiry", (_, end) => {
    const session = { ...ada, expires: end };
    const { next } = step(user, { ...rendered, session, lifetimeMs: 0, isServerClock: true });
    expect(next).toMatchObject({ expires: user.expires, expiresAt: user.expiresAt });
  });

  test.each([
    ["observed", true, [read]],
    ["unobserved", false, []],
  ])(
    "may be older than a known mutation, so it is not shown but read: %s",
    (_, isObserved, effects) => {
      const result = step({ ...user, mutation: NOW - 9, isObserved }, rendered);
      expect(result.next.session).toBe(ada);
      expect(result.effects).toEqual(effects);
    },
  );

  test("does not cancel a forced read", () => {
    const before: Facts = {
      ...unknown,
      readAt: FORCED,
      peerMutations: [[OTHER, NOW + 1]],
    };
    expect(step(before, rendered).next.readAt).toBe(FORCED);
  });
});
