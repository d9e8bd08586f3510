import { describe, expect, test } from "vitest";
import { SessionFetchError, type SessionFetchErrorCode } from "../../src/errors.ts";
import { statusOf } from "../../src/session/snapshot.ts";
import { nextStamp } from "../../src/session/state/stamp.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import {
  besidePeerMutation,
  endingAt,
  given,
  mustRevalidate,
  reading,
  unobserved,
  updating,
  withFailures,
  withForcedRead,
  withPart,
  withReadAt,
  withStamp,
  type Builder,
} from "./given.ts";
import { nobody, states, unknown, user } from "./states.ts";
import { step } from "./step.ts";
import { ada, grace, HOUR_MS, NOW, OTHER, RANDOM, READING } from "./values.ts";

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
const error = new SessionFetchError("network");
const lockDenied = { type: "lockDenied", readId: READING } as const;

/** The read that starts now. */
function readFrom(before: SessionState, isForced: boolean): unknown[] {
  return ["read", nextStamp(given(before, withPart("clock", { random: RANDOM }))), isForced];
}

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
    for (const before of [states[name], states[`${name} with an error`]]) {
      const { next, effects } = step(given(before, reading()), answerOf(session));
      expect(next).toMatchObject({
        cache: { session, stamp: READING, certainty: "fromServer" },
        expiry: { at: session ? NOW + lifetimeMs : Infinity },
        fetching: { type: "idle" },
        nextRead: { schedule: { type: "none" } },
        failure: { error: null, count: 0 },
      });
      expect(statusOf(next)).toBe(status);
      expect(effects).toEqual([["announce", "answer"], ...emissions]);
    }
  });

  test("keeps the session object if only expires has changed", () => {
    const session = { ...ada, expires: "2026-06-01T00:00:00.000Z" };
    const { next } = step(given(user, reading()), answerOf(session));
    expect(next.cache.session).toBe(ada);
    expect(next.expiry.expires).toBe(session.expires);
  });

  test("that nobody is there, past the end of the session, is its expiry", () => {
    const { effects } = step(given(user, endingAt(NOW), reading()), answerOf(null));
    expect(effects).toEqual([["announce", "answer"], ["expired"], ["signedOut"]]);
  });

  test("confirms the session of a restored page", () => {
    const { next } = step(given(user, mustRevalidate, reading()), answerOf(ada));
    expect(statusOf(next)).toBe("authenticated");
  });
});

describe("a failure", () => {
  test.each(codes)("%s: what is known stays, and the error is shown and announced", (code) => {
    for (const before of [nobody, user]) {
      const event = failureOf(code);
      const { next, effects } = step(given(before, reading()), event);
      expect(effects).toEqual([
        ["announce", "failure"],
        ["error", event.error],
      ]);
      expect(next).toMatchObject({
        fetching: { type: "idle" },
        nextRead: { schedule: { at: NOW + (0.5 + RANDOM) * 4000 } },
        failure: { error: { code }, count: 1 },
      });
      expect(next.cache).toEqual(before.cache);
      expect(next.expiry).toEqual(before.expiry);
    }
  });

  test.each(codes.filter((code) => code !== "timeout"))(
    "%s of a first read is not announced, and quickly retried",
    (code) => {
      const { next, effects } = step(given(unknown, reading()), failureOf(code));
      expect(effects).toEqual([]);
      expect(statusOf(next)).toBe("loading");
      expect(next).toMatchObject({
        nextRead: { schedule: { at: NOW + 120 } },
        failure: { error: null, count: 1 },
      });
    },
  );

  test.each([
    ["a first read that timed out", unknown, "timeout"],
    ["a second read", given(unknown, withFailures(1)), "http"],
  ] as const)("of %s ends loading", (_, before, code) => {
    const { next, effects } = step(given(before, reading()), failureOf(code));
    expect(statusOf(next)).toBe("unauthenticated");
    expect(effects.map(([name]) => name)).toEqual(["announce", "error"]);
    expect(next.cache.session).toBeUndefined();
    expect(next.failure.error).toMatchObject({ code });
  });

  test("of the same kind again keeps the error object, another replaces it", () => {
    const before = given(user, withFailures(1, error), reading());
    expect(step(before, failureOf("network")).next.failure.error).toBe(error);
    expect(step(before, failureOf("http")).next.failure.error).toMatchObject({ code: "http" });
  });

  test("waits for Retry-After, and a little longer at random", () => {
    const before = given(user, withFailures(2), reading());
    const { next } = step(before, failureOf("http", 30_000));
    expect(next.nextRead.schedule).toMatchObject({
      at: NOW + 30_000 + (0.5 + RANDOM) * 10_000,
    });
  });

  test("does not delay the retry beyond the end of the session", () => {
    const before = given(user, endingAt(NOW + 50), reading());
    const { next } = step(before, failureOf("http", 30_000));
    expect(next.nextRead.schedule).toMatchObject({ at: NOW + 50 });
  });

  test.each([NOW, NOW - 1])("at or past the end of the session ends it: %d", (expiresAt) => {
    const before = given(user, endingAt(expiresAt), reading());
    const { next, emitted } = step(before, failureOf("http"));
    expect(emitted).toEqual(["error", "expired", "signedOut"]);
    expect(next).toMatchObject({
      cache: { session: null, certainty: "unconfirmed" },
      expiry: { at: Infinity },
      failure: { error: { code: "http" } },
    });
  });
});

describe("focused", () => {
  const failed = given(user, withFailures(1, error));
  test.each([
    ["a session that is not fresh", true, user],
    ["a fresh session", false, given(user, withStamp(NOW - 4999))],
    ["nobody", false, nobody],
    ["nothing known", false, unknown],
    ["a failure, whose planned retry stays", false, given(failed, withReadAt(NOW + 60_000))],
    ["a wait that a server has asked for", true, given(failed, withReadAt(NOW + 100_000))],
    [
      "the same, after an early retry",
      false,
      given(failed, withReadAt(NOW + 100_000), withPart("failure", { hasRetriedEarly: true })),
    ],
    ["a mutation under way", false, given(user, updating)],
    ["a read under way", false, given(user, reading())],
    [
      "refetchOnWindowFocus: false",
      false,
      given(user, withPart("options", { refetchOnWindowFocus: false })),
    ],
    ["no subscriber", false, given(user, unobserved)],
  ])("with %s, reads: %s", (_, reads, before) => {
    const { effects } = step(before, { type: "focused" });
    expect(effects).toEqual(reads ? [readFrom(before, false)] : []);
  });
});

describe("reconnected", () => {
  const failing = (before: SessionState, code: SessionFetchErrorCode): SessionState =>
    given(before, withFailures(3, new SessionFetchError(code)), withReadAt(NOW + 50_000));
  test.each([
    ["a network error", true, failing(user, "network")],
    ["a timeout", true, failing(nobody, "timeout")],
    ["a network error and nothing known", true, failing(unknown, "network")],
    ["an error of the server", false, failing(user, "http")],
    ["an answer that was no JSON", false, failing(user, "parse")],
    ["a session that is not fresh", true, user],
    ["a fresh session", false, given(user, withStamp(NOW - 4999))],
    ["nobody", false, nobody],
  ])("with %s, reads: %s", (_, reads, before) => {
    const { effects } = step(before, { type: "reconnected" });
    expect(effects).toEqual(reads ? [readFrom(before, false)] : []);
  });
});

test("an answer that a frozen page finds late has been in time, and its session is that much older", () => {
  const late = { ...answerOf(ada), tookMs: 70_000 };
  const { next } = step(given(unknown, reading()), late);
  expect(next.expiry.at).toBe(NOW + lifetimeMs - 60_000);
});

test("an answer is not late because the shared clock has been set forward meanwhile", () => {
  const readId = NOW - 24 * HOUR_MS;
  const { next } = step(given(unknown, reading(readId)), { ...answerOf(ada), readId });
  expect(next.expiry.at).toBe(NOW + lifetimeMs);
});

describe("asked", () => {
  test.each<[string, boolean, SessionState]>([
    ["nothing holds reads back", true, user],
    ["a peer mutation holds reads back", false, given(user, besidePeerMutation(OTHER, NOW + 1))],
    ["a read is under way", false, given(user, reading())],
    ["a mutation is under way", false, given(user, updating)],
    ["the device is offline", true, given(user, withPart("tab", { isOnline: false }))],
  ])("stays forced; where %s, reads at once: %s", (_, reads, before) => {
    const { isOnline } = before.tab;
    const { next, effects } = step(before, { type: "asked" }, { isOnline });
    expect(next.nextRead.schedule).toEqual({ type: "forced" });
    expect(effects).toEqual(reads ? [readFrom(before, true)] : []);
  });
});

describe("lockDenied", () => {
  const deniedSince = (at: number | null): Builder => withPart("nextRead", { deniedSince: at });

  test.each([null, NOW - 10_000])("retries a second later; denied since %d", (since) => {
    const { next, effects } = step(given(user, reading(), deniedSince(since)), lockDenied);
    expect(effects).toEqual([]);
    expect(next).toMatchObject({
      fetching: { type: "idle" },
      nextRead: { schedule: { at: NOW + 1000 } },
    });
  });

  test.each<[string, SessionState]>([
    ["the session is at its end", given(user, endingAt(NOW))],
    ["it has been so for longer than a request may take", given(user, deniedSince(NOW - 10_001))],
  ])("reads all the same where %s", (_, before) => {
    const { effects } = step(given(before, reading()), lockDenied);
    expect(effects).toEqual([["read", expect.any(Number), true]]);
  });

  test("does not retry before the retry of a peer that has failed meanwhile", () => {
    const before = given(user, reading(), withReadAt(NOW + 2500));
    const { next } = step(before, lockDenied);
    expect(next.nextRead.schedule).toMatchObject({ at: NOW + 2500 });
  });

  test("waits on for a peer that announces its failures, and does not read without the lock", () => {
    const before = given(user, reading(), withReadAt(NOW + 2500), deniedSince(NOW - 20_000));
    const { next, effects } = step(before, lockDenied);
    expect(effects).toEqual([]);
    expect(next.nextRead).toMatchObject({ schedule: { at: NOW + 2500 }, deniedSince: NOW });
  });

  test("counts from the first denial in a row; an answer ends the row", () => {
    const { next: denied } = step(given(user, reading()), lockDenied);
    expect(denied.nextRead.deniedSince).toBe(NOW);
    const later = step(given(denied, reading()), lockDenied, { now: NOW + 2000 });
    expect(later.next.nextRead.deniedSince).toBe(NOW);
    const { next: answered } = step(given(later.next, reading()), answerOf(ada));
    expect(answered.nextRead.deniedSince).toBeNull();
  });

  test("does not hold back a read that was forced meanwhile", () => {
    const before = given(user, reading(), withForcedRead);
    const { effects } = step(before, lockDenied);
    expect(effects).toEqual([readFrom(before, true)]);
  });
});

describe("woke", () => {
  test("before anything is due does nothing", () => {
    for (const before of Object.values(states)) {
      expect(step(before, { type: "woke" }).effects).toEqual([]);
    }
  });

  test("at the end of the session asks the server, which may have prolonged it", () => {
    const before = given(user, endingAt(NOW));
    const { next, effects } = step(before, { type: "woke" });
    expect(effects).toEqual([readFrom(before, false)]);
    expect(next.cache.session).toBe(ada);
  });

  const withLoadingUntilNow = withPart("tab", { loadingUntil: NOW });

  test("at loadingUntil ends loading with a timeout, and drops no read", () => {
    const before = given(unknown, reading(), withLoadingUntilNow);
    const { next, effects } = step(before, { type: "woke" });
    expect(effects).toEqual([]);
    expect(statusOf(next)).toBe("unauthenticated");
    expect(next.failure.error).toMatchObject({ code: "timeout" });
    expect(next.fetching).toEqual(before.fetching);
  });

  test("at loadingUntil keeps the error that is shown, and what is known", () => {
    const failed = given(unknown, withFailures(1, error), withLoadingUntilNow);
    expect(step(failed, { type: "woke" }).next.failure.error).toBe(error);
    const known = given(user, withLoadingUntilNow);
    expect(step(known, { type: "woke" }).next.failure.error).toBeNull();
  });
});
