import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import { statusOf } from "../../src/session/snapshot.ts";
import { readUnderWay } from "../../src/session/state/fetching.ts";
import { scheduledAt } from "../../src/session/state/next-read.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import {
  besidePeerMutation,
  endingAt,
  given,
  mustRevalidate,
  reading,
  unconfirmed,
  unobserved,
  updating,
  withCache,
  withError,
  withFailures,
  withForcedRead,
  withMutation,
  withPart,
  withReadAt,
  withStamp,
  type Builder,
} from "./given.ts";
import { nobody, unknown, user } from "./states.ts";
import { step } from "./step.ts";
import { ada, grace, HOUR_MS, NOW, OTHER } from "./values.ts";

const started = { type: "started", mayHaveMissed: false, isArrival: false } as const;

describe("started", () => {
  test.each<[string, number, SessionState]>([
    ["nothing is known", NOW + 15, unknown],
    ["what is known is not fresh", NOW + 15, user],
    ["what is known is fresh", Infinity, given(user, withStamp(NOW - 100))],
    ["it was rendered", Infinity, given(user, unconfirmed)],
    ["what is known must revalidate", NOW + 15, given(user, mustRevalidate)],
    ["the last read failed", NOW + 9000, given(user, withFailures(1), withReadAt(NOW + 9000))],
    ["its retry is overdue", NOW + 15, given(user, withFailures(1), withReadAt(NOW - 9000))],
  ])("says hello; where %s, plans a read at %d", (_, readAt, before) => {
    const { next, effects } = step(given(before, unobserved), started);
    expect(effects).toEqual([["announce", "hello"]]);
    expect(next.tab).toMatchObject({ type: "observed", loadingUntil: NOW + 10_600 });
    expect(scheduledAt(next.nextRead.schedule, NOW)).toBe(readAt);
  });
});

test("stopped: aborts, and keeps what is known and the planned read", () => {
  const before = given(user, reading(), withReadAt(NOW), besidePeerMutation(OTHER, NOW + 1));
  const { next, effects } = step(before, { type: "stopped" });
  expect(effects).toEqual([["abort", true]]);
  expect(next).toMatchObject({
    tab: { type: "unobserved" },
    cache: { session: ada },
    fetching: { type: "idle" },
    nextRead: { schedule: { at: NOW } },
  });
});

test("a tab that may have missed a change reads, and announces no answer before", () => {
  const before = given(user, withStamp(NOW - 100), unobserved);
  const { next } = step(before, { ...started, mayHaveMissed: true });
  expect(next).toMatchObject({
    cache: { session: ada, certainty: "mustRevalidate" },
    nextRead: { schedule: { at: NOW + 15 } },
  });
  expect(statusOf(next)).toBe("loading");
});

test("a tab that knows of a sign-out, and stopped before it could ask, does not show who has left", () => {
  const informed = given(
    user,
    withStamp(NOW - 200),
    withMutation(NOW - 100),
    withReadAt(NOW - 99),
    reading(),
  );
  const { next: stopped } = step(informed, { type: "stopped" });
  const { next } = step(stopped, started);
  expect(next).toMatchObject({
    cache: { session: ada, certainty: "mustRevalidate" },
    nextRead: { schedule: { at: NOW + 15 } },
  });
  expect(statusOf(next)).toBe("loading");
});

test.each<[string, string, Builder[]]>([
  [
    "that was due just now, after a mutation",
    "loading",
    [withMutation(NOW - 100), withReadAt(NOW)],
  ],
  ["that is due later", "authenticated", [withMutation(NOW - 100), withReadAt(NOW + 1)]],
  ["that was due, without a mutation", "authenticated", [withReadAt(NOW - 99)]],
  ["of a session that ends just now", "loading", [endingAt(NOW)]],
])("a new subscriber after a skipped read %s sees %s", (_, status, builders) => {
  const before = given(user, withStamp(NOW - 200), unobserved, ...builders);
  const { next } = step(before, started);
  expect(statusOf(next)).toBe(status);
});

describe("a page to which the server has sent its user", () => {
  const arrived = { ...started, isArrival: true };

  test("without a session has a stamp after all that peers know, and does not show their session", () => {
    const { next, effects } = step(given(unknown, unobserved), arrived);
    expect(effects).toEqual([["announce", "hello"]]);
    expect(next.mutations.newest).toBeGreaterThanOrEqual(NOW);
    expect(next).toMatchObject({
      cache: { type: "empty" },
      nextRead: { schedule: { at: NOW + 15 } },
    });
    expect(statusOf(next)).toBe("loading");
  });

  test("with a rendered session announces to peers that theirs is older", () => {
    const rendered = given(user, unconfirmed, withStamp(NOW), unobserved);
    const { next, effects } = step(rendered, arrived);
    expect(effects).toEqual([
      ["announce", "changed"],
      ["announce", "hello"],
    ]);
    expect(next.mutations.newest).toBeGreaterThanOrEqual(NOW);
    expect(statusOf(next)).toBe("authenticated");
  });
});

test("a tab that stopped after a mutation without effect shows what is known", () => {
  const before = given(user, withStamp(NOW - 200), withMutation(NOW - 100), unobserved);
  const { next } = step(before, started);
  expect(statusOf(next)).toBe("authenticated");
});

test("a session that ended without a subscriber is not shown again before it is confirmed", () => {
  const before = given(user, withStamp(NOW - 100), endingAt(NOW - 1), unobserved);
  const { next } = step(before, started);
  expect(statusOf(next)).toBe("loading");
  expect(next.nextRead.schedule).toMatchObject({ at: NOW + 15 });
});

test("a forced read that was aborted starts again with the next subscriber", () => {
  const { next: stopped } = step(given(user, updating, withForcedRead), { type: "stopped" });
  const { effects } = step(given(stopped, withPart("mutations", { pending: 0 })), started);
  expect(effects.at(-1)).toEqual(["read", expect.any(Number), true]);
});

test("a subscriber during a mutation of this tab announces the mutation to peers", () => {
  const { effects } = step(given(user, updating, unobserved), started);
  expect(effects).toEqual([
    ["announce", "hello"],
    ["announce", "mutating"],
  ]);
});

test("a new subscriber knows of no peer mutation until it is announced again", () => {
  const before = given(user, besidePeerMutation(OTHER, NOW + 1), unobserved);
  const { next } = step(before, started);
  expect(next).toMatchObject({
    cache: { certainty: "mustRevalidate" },
    nextRead: { schedule: { at: NOW + 15 } },
    peers: { mutations: [] },
  });
});

describe("restored", () => {
  test.each<[string, SessionState]>([
    ["another tab's", given(user, besidePeerMutation(OTHER, NOW - 9000))],
    ["its own", given(user, updating)],
  ])("must revalidate where a mutation was under way when the page was left: %s", (_, before) => {
    const { next } = step(given(before, unobserved), { type: "restored", mayBeOutdated: false });
    expect(statusOf(next)).toBe("loading");
  });

  const error = new SessionFetchError("network");

  test.each([
    [true, "loading", "mustRevalidate", null],
    [false, "authenticated", "unconfirmed", error],
  ])(
    "must revalidate: %s; shows %s, says hello, and reads at once",
    (mayBeOutdated, status, certainty, shown) => {
      const before = given(user, withFailures(1, error), unobserved);
      const { next, effects } = step(before, { type: "restored", mayBeOutdated });
      expect(statusOf(next)).toBe(status);
      expect(next).toMatchObject({
        cache: { session: ada, certainty },
        failure: { error: shown },
      });
      expect(effects).toEqual([
        ["announce", "hello"],
        ["read", readUnderWay(next), true],
      ]);
    },
  );

  test("must revalidate: does not load without end", () => {
    const { next } = step(user, { type: "restored", mayBeOutdated: true });
    const later = step(next, { type: "woke" }, { now: next.tab.loadingUntil });
    expect(statusOf(later.next)).toBe("unauthenticated");
    expect(later.next.failure.error).toMatchObject({ code: "timeout" });
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

  test.each<[string, SessionState, unknown[]]>([
    ["nothing known", unknown, [["abort", false]]],
    ["nobody known", nobody, [["abort", false], ["signedIn", grace], read]],
    ["another user known", user, [["abort", false], ["userChanged", grace, ada], read]],
    ["no observer", given(unknown, unobserved), [["abort", false]]],
    [
      "another user known and no observer",
      given(user, unobserved),
      [
        ["abort", false],
        ["userChanged", grace, ada],
      ],
    ],
  ])(
    "with %s: shown, unconfirmed, and confirmed by a read where it differs",
    (_, before, effects) => {
      const result = step(given(before, reading()), rendered);
      expect(result.next.cache).toMatchObject({
        session: grace,
        stamp: NOW,
        certainty: "unconfirmed",
      });
      expect(result.effects).toEqual(effects);
    },
  );

  const expires = new Date(NOW + 2 * HOUR_MS).toISOString();
  const sameUser = { ...rendered, session: { ...ada, expires } };

  test.each([
    [
      "by the difference of the two, whatever the page's clock says",
      "fromServer",
      ada.expires,
      HOUR_MS,
    ],
    ["by the page's clock, where there was no answer", "unconfirmed", ada.expires, 1000 - HOUR_MS],
    ["by the page's clock, where it had none", "fromServer", undefined, 1000 - HOUR_MS],
  ] as const)(
    "with the same session only changes the expiry, %s",
    (_, certainty, known, movesMs) => {
      const before = given(
        user,
        withCache({ certainty }),
        withPart("expiry", { expires: known }),
        reading(),
      );
      const { next, effects } = step(before, {
        ...sameUser,
        lifetimeMs: 1000,
        isServerClock: true,
      });
      expect(effects.map(([name]) => name)).not.toContain("abort");
      expect(next.cache.session).toBe(ada);
      expect(next).toMatchObject({
        cache: { certainty },
        expiry: { expires, at: NOW + HOUR_MS + movesMs },
      });
      expect(next.fetching).toEqual(before.fetching);
    },
  );

  test.each([
    ["older than", new Date(NOW).toISOString()],
    ["as old as", ada.expires],
  ])("that is %s what is known does not change the expiry", (_, end) => {
    const session = { ...ada, expires: end };
    const { next } = step(user, { ...rendered, session, lifetimeMs: 0, isServerClock: true });
    expect(next.expiry).toEqual(user.expiry);
  });

  test.each([
    ["observed", user, [read]],
    ["unobserved", given(user, unobserved), []],
  ])(
    "may be older than a known mutation, so it is not shown but read: %s",
    (_, before, effects) => {
      const result = step(given(before, withMutation(NOW - 9)), rendered);
      expect(result.next.cache.session).toBe(ada);
      expect(result.effects).toEqual(effects);
    },
  );

  test("does not cancel a forced read", () => {
    const before = given(unknown, withForcedRead, besidePeerMutation(OTHER, NOW + 1));
    expect(step(before, rendered).next.nextRead.schedule).toEqual({ type: "forced" });
  });
});

describe("the error of a restored page", () => {
  const error = new SessionFetchError("network");

  test.each<[string, SessionState, boolean, SessionFetchError | null]>([
    ["stays beside what is still shown", given(user, withError(error)), false, error],
    ["goes with what must revalidate from now on", given(user, withError(error)), true, null],
    [
      "goes with what had to revalidate before",
      given(user, mustRevalidate, withError(error)),
      false,
      null,
    ],
    ["stays where nothing is known", given(unknown, withError(error)), false, error],
  ])("%s", (_, before, mayBeOutdated, expected) => {
    const { next } = step(given(before, unobserved), { type: "restored", mayBeOutdated });
    expect(next.failure.error).toBe(expected);
  });
});

test("a rendered page drops the read under way and the one to come, for it knows now", () => {
  const before = given(unknown, reading(), withReadAt(NOW + 5000));
  const rendered = { session: ada, lifetimeMs: HOUR_MS, isServerClock: false };
  const { next } = step(before, { type: "hydrated", ...rendered });
  expect(next).toMatchObject({
    fetching: { type: "idle" },
    nextRead: { schedule: { type: "none" } },
  });
});
