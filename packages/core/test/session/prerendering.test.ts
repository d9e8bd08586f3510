import { describe, expect, test } from "vitest";
import { nextWakeAt } from "../../src/session/refetch-policy.ts";
import { createSessionState, type SessionState } from "../../src/session/state/state.ts";
import { isNeverShown, type Tab } from "../../src/session/state/tab.ts";
import { endingAt, given, reading, withPart } from "./given.ts";
import { unknown, user } from "./states.ts";
import { step } from "./step.ts";
import { ada, HOUR_MS, NOW, READING } from "./values.ts";

const inTab = (state: SessionState, type: Tab["type"]): SessionState =>
  given(state, withPart("tab", { type }));

const prerendering = inTab(unknown, "prerendering");

test.each<[Tab["type"], boolean]>([
  ["new", true],
  ["prerendering", true],
  ["observed", false],
  ["unobserved", false],
])("a tab that is %s has never been shown: %s", (type, expected) => {
  expect(isNeverShown(inTab(user, type))).toBe(expected);
});

test.each<[Tab["type"], Tab["type"]]>([
  ["prerendering", "new"],
  ["observed", "unobserved"],
  ["new", "new"],
])("a tab that is %s is %s when it stops", (before, after) => {
  expect(step(inTab(user, before), { type: "stopped" }).next.tab.type).toBe(after);
});

describe("a prerendered page", () => {
  test("announces no answer", () => {
    const answer = { session: ada, lifetimeMs: HOUR_MS, isServerClock: true, tookMs: 10 };
    const { next, effects } = step(given(prerendering, reading()), {
      type: "answered",
      readId: READING,
      ...answer,
    });
    expect(next.cache.session).toEqual(ada);
    expect(effects.map(([name]) => name)).not.toContain("announce");
  });

  test("loads for as long as it takes, and wakes for nothing but its read", () => {
    const late = given(prerendering, withPart("tab", { loadingUntil: NOW - 1 }));
    expect(step(late, { type: "woke" }).next.failure.error).toBeNull();
    expect(nextWakeAt(prerendering)).toBe(Infinity);
    expect(nextWakeAt(inTab(unknown, "observed"))).toBe(NOW + 1000);
  });
});

test.each<Tab["type"]>(["prerendering", "unobserved"])(
  "a session does not end by the clock alone in a tab that is %s",
  (type) => {
    const ended = given(inTab(user, type), endingAt(NOW - 1));
    const { next } = step(ended, { type: "woke" });
    expect([next.cache.session, next.expiry.endsBy]).toEqual([ada, null]);
  },
);

test("a tab without a session has no end to wait for", () => {
  const signedOut = given(
    createSessionState(user.options, null),
    withPart("tab", { type: "observed" }),
  );
  const { next } = step(given(signedOut, withPart("expiry", { isFromServer: true, at: NOW - 1 })), {
    type: "woke",
  });
  expect(next.expiry.endsBy).toBeNull();
});
