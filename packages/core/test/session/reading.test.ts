import { describe, expect, test } from "vitest";
import { SessionFetchError, type SessionFetchErrorCode } from "../../src/errors.ts";
import { statusOf } from "../../src/session/snapshot.ts";
import { nextStamp } from "../../src/session/state/stamp.ts";
import { FORCED, type Facts } from "./facts.ts";
import {
  OTHER,
  ada,
  grace,
  HOUR_MS,
  nobody,
  NOW,
  RANDOM,
  READING,
  stateOf,
  states,
  step,
  unknown,
  user,
} from "./states.ts";

const lifetimeMs = 2 * HOUR_MS;
const codes: SessionFetchErrorCode[] = ["network", "timeout", "http", "parse", "aborted"];
const answerOf = (session: typeof ada | null) =>
  ({
    type: "answered",
    readId: READING,
    tookMs: 100,
    session,
    lifetimeMs,
    isServerClock: true,
  }) as const;
const failureOf = (code: SessionFetchErrorCode, retryAfterMs?: number) =>
  ({
    type: "failed",
    readId: READING,
    error: new SessionFetchError(code, { retryAfterMs }),
  }) as const;
const failure = { error: new SessionFetchError("network"), failures: 1 };

describe("an answer", () => {
  test.each([
    ["unknown", ada, "authenticated", []],
    ["unknown", null, "unauthenticated", []],
    ["nobody", ada, "authenticated", [["signedIn", ada]]],
    ["nobody", null, "unauthenticated", []],
    ["user", ada, "authenticated", []],
    ["user", grace, "authenticated", [["userChanged", grace, ada]]],
    ["user", null, "unauthenticated", [["signedOut"]]],
  ] as const)("%s, answered %j: is %s, emits %j", (name, session, status, emissions) => {
    for (const suffix of ["", " with an error"]) {
      const before = { ...states[name + suffix], reading: READING };
      const { next, effects } = step(before, answerOf(session));
      expect(next).toMatchObject({
        ...{ session, stamp: READING, isFromServer: true, reading: 0 },
        ...{ error: null, failures: 0, readAt: Infinity },
        expiresAt: session ? NOW + lifetimeMs : Infinity,
      });
      expect(statusOf(stateOf(next))).toBe(status);
      expect(effects).toEqual([["announce", "answer"], ...emissions]);
    }
  });

  test("keeps the session object if only expires has changed", () => {
    const session = { ...ada, expires: "2026-06-01T00:00:00.000Z" };
    const { next } = step({ ...user, reading: READING }, answerOf(session));
    expect(next.session).toBe(ada);
    expect(next.expires).toBe(session.expires);
  });

  test("that nobody is there, past the end of the session, is its expiry", () => {
    const { effects } = step({ ...user, expiresAt: NOW, reading: READING }, answerOf(null));
    expect(effects).toEqual([["announce", "answer"], ["expired"], ["signedOut"]]);
  });

  test("confirms the session of a restored page", () => {
    const { next } = step({ ...user, mustRevalidate: true, reading: READING }, answerOf(ada));
    expect(statusOf(stateOf(next))).toBe("authenticated");
  });
});

describe("a failure", () => {
  test.each(codes)("%s: what is known stays, and the error is shown and announced", (code) => {
    for (const before of [nobody, user]) {
      const event = failureOf(code);
      const { next, effects } = step({ ...before, reading: READING }, event);
      expect(effects).toEqual([
        ["announce", "failure"],
        ["error", event.error],
      ]);
      expect(next).toMatchObject({ ...before, error: { code }, failures: 1, reading: 0 });
      expect(next.readAt).toBe(NOW + (0.5 + RANDOM) * 4000);
    }
  });

  test.each(codes.filter((code) => code !== "timeout"))(
    "%s of a first read is not announced, and quickly retried",
    (code) => {
      const { next, effects } = step({ ...unknown, reading: READING }, failureOf(code));
      expect(effects).toEqual([]);
      expect(statusOf(stateOf(next))).toBe("loading");
      expect(next).toMatchObject({ failures: 1, error: null, readAt: NOW + 120 });
    },
  );

  test.each([
    ["a first read that timed out", { ...unknown, reading: READING }, "timeout"],
    ["a second read", { ...unknown, failures: 1, reading: READING }, "http"],
  ] as const)("of %s ends loading", (_, before, code) => {
    const { next, effects } = step(before, failureOf(code));
    expect(statusOf(stateOf(next))).toBe("unauthenticated");
    expect(effects.map(([name]) => name)).toEqual(["announce", "error"]);
    expect(next.session).toBeUndefined();
    expect(next.error).toMatchObject({ code });
  });

  test("of the same kind again keeps the error object, another replaces it", () => {
    const before = { ...user, ...failure, reading: READING };
    expect(step(before, failureOf("network")).next.error).toBe(failure.error);
    expect(step(before, failureOf("http")).next.error).toMatchObject({ code: "http" });
  });

  test("waits for Retry-After, and a little longer at random", () => {
    const before = { ...user, failures: 2, reading: READING };
    const { next } = step(before, failureOf("http", 30_000));
    expect(next.readAt).toBe(NOW + 30_000 + (0.5 + RANDOM) * 10_000);
  });

  test("does not delay the retry beyond the end of the session", () => {
    const expiresAt = NOW + 50;
    const { next } = step({ ...user, expiresAt, reading: READING }, failureOf("http", 30_000));
    expect(next.readAt).toBe(expiresAt);
  });

  test.each([NOW, NOW - 1])("at or past the end of the session ends it: %d", (expiresAt) => {
    const before = { ...user, expiresAt, reading: READING };
    const { next, emitted } = step(before, failureOf("http"));
    expect(emitted).toEqual(["error", "expired", "signedOut"]);
    expect(next).toMatchObject({
      session: null,
      isFromServer: false,
      error: { code: "http" },
      expiresAt: Infinity,
    });
  });
});

describe("focused", () => {
  test.each([
    ["a session that is not fresh", true, user],
    ["a fresh session", false, { ...user, stamp: NOW - 4999 }],
    ["nobody", false, nobody],
    ["nothing known", false, unknown],
    ["a failure, whose planned retry stays", false, { ...user, ...failure, readAt: NOW + 60_000 }],
    ["a wait that a server has asked for", true, { ...user, ...failure, readAt: NOW + 100_000 }],
    [
      "the same, after an early retry",
      false,
      { ...user, ...failure, readAt: NOW + 100_000, hasRetriedEarly: true },
    ],
    ["a mutation under way", false, { ...user, mutating: 1 }],
    ["a read under way", false, { ...user, reading: READING }],
    [
      "refetchOnWindowFocus: false",
      false,
      { ...user, options: { timeoutMs: 1, refetchOnWindowFocus: false } },
    ],
    ["no subscriber", false, { ...user, isObserved: false }],
  ])("with %s, reads: %s", (_, reads, before) => {
    const { effects } = step(before, { type: "focused" });
    expect(effects).toEqual(reads ? [["read", nextStamp(stampOf(before)), false]] : []);
  });
});

describe("reconnected", () => {
  const erring = (code: SessionFetchErrorCode) => ({
    ...{ error: new SessionFetchError(code), failures: 3, readAt: NOW + 50_000 },
  });
  test.each([
    ["a network error", true, { ...user, ...erring("network") }],
    ["a timeout", true, { ...nobody, ...erring("timeout") }],
    ["a network error and nothing known", true, { ...unknown, ...erring("network") }],
    ["an error of the server", false, { ...user, ...erring("http") }],
    ["an answer that was no JSON", false, { ...user, ...erring("parse") }],
    ["a session that is not fresh", true, user],
    ["a fresh session", false, { ...user, stamp: NOW - 4999 }],
    ["nobody", false, nobody],
  ])("with %s, reads: %s", (_, reads, before) => {
    const { effects } = step(before, { type: "reconnected" });
    expect(effects).toEqual(reads ? [["read", nextStamp(stampOf(before)), false]] : []);
  });
});

test("an answer that a frozen page finds late has been in time, and its session is that much older", () => {
  const late = { ...answerOf(ada), tookMs: 70_000 };
  const { next } = step({ ...unknown, reading: READING }, late);
  expect(next.expiresAt).toBe(NOW + lifetimeMs - 60_000);
});

test("an answer is not late because the shared clock has been set forward meanwhile", () => {
  const reading = NOW - 24 * HOUR_MS;
  const { next } = step({ ...unknown, reading }, { ...answerOf(ada), readId: reading });
  expect(next.expiresAt).toBe(NOW + lifetimeMs);
});

describe("asked", () => {
  test.each<[string, boolean, Facts]>([
    ["nothing holds reads back", true, user],
    ["a peer mutation holds reads back", false, { ...user, peerMutations: [[OTHER, NOW + 1]] }],
    ["a read is under way", false, { ...user, reading: READING }],
    ["a mutation is under way", false, { ...user, mutating: 1 }],
    ["the device is offline", true, { ...user, isOnline: false }],
  ])("stays forced; where %s, reads at once: %s", (_, reads, before) => {
    const { next, effects } = step(before, { type: "asked" });
    expect(next.readAt).toBe(FORCED);
    expect(effects).toEqual(reads ? [["read", nextStamp(stampOf(before)), true]] : []);
  });
});

describe("lockDenied", () => {
  test.each([0, NOW - 10_000])("retries a second later; denied since %d", (deniedSince) => {
    const { next, effects } = step(
      { ...user, reading: READING, deniedSince },
      { type: "lockDenied", readId: READING },
    );
    expect(effects).toEqual([]);
    expect(next).toMatchObject({ reading: 0, readAt: NOW + 1000 });
  });

  test.each<[string, Facts]>([
    ["the session is at its end", { expiresAt: NOW }],
    ["it has been so for longer than a request may take", { deniedSince: NOW - 10_001 }],
  ])("reads all the same where %s", (_, part) => {
    const before = { ...user, reading: READING, ...part };
    const { effects } = step(before, { type: "lockDenied", readId: READING });
    expect(effects).toEqual([["read", expect.any(Number), true]]);
  });

  test("does not retry before the retry of a peer that has failed meanwhile", () => {
    const before = { ...user, reading: READING, readAt: NOW + 2500 };
    const { next } = step(before, { type: "lockDenied", readId: READING });
    expect(next.readAt).toBe(NOW + 2500);
  });

  test("waits on for a peer that announces its failures, and does not read without the lock", () => {
    const before = { ...user, reading: READING, readAt: NOW + 2500, deniedSince: NOW - 20_000 };
    const { next, effects } = step(before, { type: "lockDenied", readId: READING });
    expect(effects).toEqual([]);
    expect(next).toMatchObject({ readAt: NOW + 2500, deniedSince: NOW });
  });

  test("counts from the first denial in a row; an answer ends the row", () => {
    const before = { ...user, reading: READING };
    const { next: denied } = step(before, { type: "lockDenied", readId: READING });
    expect(denied.deniedSince).toBe(NOW);
    const again = { ...denied, reading: READING };
    const later = step(again, { type: "lockDenied", readId: READING }, { now: NOW + 2000 });
    expect(later.next.deniedSince).toBe(NOW);
    expect(step({ ...later.next, reading: READING }, answerOf(ada)).next.deniedSince).toBe(0);
  });

  test("does not hold back a read that was forced meanwhile", () => {
    const before = { ...user, reading: READING, readAt: FORCED };
    const { effects } = step(before, { type: "lockDenied", readId: READING });
    expect(effects).toEqual([["read", nextStamp(stampOf(before)), true]]);
  });
});

describe("woke", () => {
  test("before anything is due does nothing", () => {
    for (const before of Object.values(states)) {
      expect(step(before, { type: "woke" }).effects).toEqual([]);
    }
  });

  test("at the end of the session asks the server, which may have prolonged it", () => {
    const before = { ...user, expiresAt: NOW };
    const { next, effects } = step(before, { type: "woke" });
    expect(effects).toEqual([["read", nextStamp(stampOf(before)), false]]);
    expect(next.session).toBe(ada);
  });

  test("at loadingUntil ends loading with a timeout, and drops no read", () => {
    const before = { ...unknown, reading: READING, loadingUntil: NOW };
    const { next, effects } = step(before, { type: "woke" });
    expect(effects).toEqual([]);
    expect(statusOf(stateOf(next))).toBe("unauthenticated");
    expect(next).toMatchObject({ error: { code: "timeout" }, reading: READING });
  });

  test("at loadingUntil keeps the error that is shown, and what is known", () => {
    const shown = { ...unknown, ...failure, loadingUntil: NOW };
    expect(step(shown, { type: "woke" }).next.error).toBe(failure.error);
    expect(step({ ...user, loadingUntil: NOW }, { type: "woke" }).next.error).toBeNull();
  });
});

function stampOf(before: Parameters<typeof stateOf>[0]) {
  return stateOf({ ...before, random: RANDOM });
}
