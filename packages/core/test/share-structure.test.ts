import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSameUser, shareSession } from "../src/session/identity.ts";
import { shareStructure } from "../src/share-structure.ts";
import { deepFreeze } from "./session/deep-freeze.ts";
import { ada, grace } from "./session/values.ts";

describe("shareStructure", () => {
  test("has the value of what is next, whatever was before, and changes neither", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (previous, next) => {
        const shared = shareStructure(deepFreeze(previous), deepFreeze(next));
        expect(JSON.stringify(shared)).toBe(JSON.stringify(next));
      }),
      { numRuns: 1000 },
    );
  });

  test("keeps the identity of what is equal", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const previous = { value };
        expect(shareStructure(previous, structuredClone(previous))).toBe(previous);
      }),
    );
  });

  test("keeps the parts that did not change", () => {
    const previous = { user: { name: "Ada", roles: ["admin"] }, team: { id: 1 } };
    const next = shareStructure(previous, {
      user: { name: "Ada L.", roles: ["admin"] },
      team: { id: 1 },
    });
    expect(next).not.toBe(previous);
    expect(next.user).not.toBe(previous.user);
    expect(next.user.roles).toBe(previous.user.roles);
    expect(next.team).toBe(previous.team);
  });

  test.each([
    ["a property less", { a: 1, b: 2 }, { a: 1 }],
    ["a property more", { a: 1 }, { a: 1, b: 2 }],
    ["a list in place of a record", { 0: 1 }, [1]],
    ["another order in a list", [1, 2], [2, 1]],
    ["null", { a: 1 }, null],
    ["nothing before", undefined, { a: 1 }],
  ])("shares nothing with %s", (_, previous, next) => {
    expect(shareStructure(previous, next)).toEqual(next);
    expect(shareStructure(previous, next)).not.toBe(previous);
  });

  test.each([[new Map([["a", 1]])], [new Date(0)], [() => 1], [new URL("https://a.example")]])(
    "takes what is not of JSON as it is: %s",
    (next) => {
      expect(shareStructure({}, next)).toBe(next);
    },
  );
});

test.each([
  ["the same id, another email", true, { id: 1, email: "a@x" }, { id: 1, email: "b@x" }],
  ["another id, the same email", false, { id: 1, email: "a@x" }, { id: 2, email: "a@x" }],
  ["the same email, another name", true, { email: "a@x", name: "A" }, { email: "a@x", name: "B" }],
  ["another email, the same name", false, { email: "a@x", name: "A" }, { email: "b@x", name: "A" }],
  ["the same name", true, { name: "A" }, { name: "A" }],
  ["an id of 0, and of 1", false, { id: 0, name: "A" }, { id: 1, name: "A" }],
  ["no user in either", true, undefined, undefined],
  ["a user in one", false, { name: "A" }, undefined],
])("the same user, with %s: %s", (_, expected, one, another) => {
  const expires = ada.expires;
  expect(isSameUser({ user: one, expires } as never, { user: another, expires } as never)).toBe(
    expected,
  );
});

test("nobody, who is not known, and a session without a user are not the same", () => {
  const anonymous = { expires: ada.expires };
  expect(isSameUser(null, anonymous)).toBe(false);
  expect(isSameUser(null, undefined)).toBe(false);
  expect(isSameUser(undefined, ada)).toBe(false);
  expect(isSameUser(null, null)).toBe(true);
});

describe("shareSession", () => {
  test("keeps the session if only expires has moved", () => {
    expect(shareSession(ada, { ...structuredClone(ada), expires: "later" })).toBe(ada);
  });

  test("shares nothing between two users, nor with nobody", () => {
    expect(shareSession(ada, grace)).toBe(grace);
    expect(shareSession(null, ada)).toBe(ada);
    expect(shareSession(undefined, ada)).toBe(ada);
    expect(shareSession(ada, null)).toBeNull();
  });

  test("keeps the parts of the same user", () => {
    const next = shareSession(ada, { ...structuredClone(ada), team: 1 } as typeof ada);
    expect(next).toEqual({ ...ada, team: 1 });
    expect(next.user).toBe(ada.user);
  });
});
