import { describe, expect, test } from "vitest";
import { isSameUser, shareSession } from "../../src/session/identity.ts";
import type { SessionBase } from "../../src/types/session.ts";

const expires = "2026-01-01T00:00:00.000Z";
// What servers send is typed as what most of them send.
const sessionOf = (fields: object): SessionBase => ({ expires, ...fields }) as SessionBase;
const userOf = (user: object): SessionBase => sessionOf({ user });

describe("one person is", () => {
  test.each<[string, object, object]>([
    ["who has the same id", { id: "1", name: "Ada" }, { id: "1", name: "Countess" }],
    ["who has the same sub", { sub: "1", name: "Ada" }, { sub: "1", name: "Countess" }],
    ["who gains an id: the email decides", { email: "a@b" }, { id: "1", email: "a@b" }],
    ["who gains an id: the name decides", { name: "Ada" }, { id: "1", sub: "2", name: "Ada" }],
    ["who has an id that is null in one", { id: null, name: "Ada" }, { id: "1", name: "Ada" }],
    ["who has all in common, and no identifier", { roles: ["a"] }, { roles: ["a"] }],
    ["who has an identifier of parts", { id: { a: 1 } }, { id: { a: 1 } }],
  ])("%s", (_, a, b) => {
    expect(isSameUser(userOf(a), userOf(b))).toBe(true);
    // A server may send the user's fields without anything around them.
    expect(isSameUser(sessionOf(a), sessionOf(b))).toBe(true);
  });
});

describe("another person is", () => {
  test.each<[string, object, object]>([
    ["who has another id, though the name is the same", { id: 1, name: "A" }, { id: 2, name: "A" }],
    ["who has another sub", { sub: "1" }, { sub: "2" }],
    ["who has another email", { email: "a@b", name: "A" }, { email: "c@d", name: "A" }],
    ["who has another user name", { username: "a" }, { username: "b" }],
    ["who differs in what is left", { roles: ["a"] }, { roles: ["b"] }],
    ["who has nothing in common", { id: 1 }, { name: "A" }],
  ])("%s", (_, a, b) => {
    expect(isSameUser(userOf(a), userOf(b))).toBe(false);
    expect(isSameUser(sessionOf(a), sessionOf(b))).toBe(false);
  });

  test("nobody, who is only the same as nobody", () => {
    expect(isSameUser(null, null)).toBe(true);
    expect(isSameUser(userOf({ id: 1 }), null)).toBe(false);
    expect(isSameUser(undefined, null)).toBe(false);
  });
});

test("the app's identify decides, whatever else is the same or not", () => {
  const [one, other] = [{ id: 1 }, { id: 2 }];
  const identify = (session: SessionBase): unknown => (session as { account?: unknown }).account;
  const sessions = [1, 1, 2].map((account, i) => sessionOf({ account, user: i ? one : other }));
  const [first, second, third] = sessions;
  expect(isSameUser(first, second, identify)).toBe(true);
  expect(isSameUser(second, third, identify)).toBe(false);
});

test("a session without an end is shared like any other, and gets none", () => {
  const previous = { name: "Ada" } as unknown as SessionBase;
  expect(shareSession(previous, { ...previous })).toBe(previous);
  const next = { name: "Ada", role: "admin" } as unknown as SessionBase;
  expect(shareSession(previous, next)).toEqual(next);
  expect(shareSession(previous, next)).not.toHaveProperty("expires");
});

test.each<[string, SessionBase, SessionBase, boolean]>([
  [
    "usernames tell users apart",
    userOf({ username: "a", roles: [] }),
    userOf({ username: "b", roles: [] }),
    false,
  ],
  [
    "a username is the same with other roles",
    userOf({ username: "a", roles: [] }),
    userOf({ username: "a", roles: [1] }),
    true,
  ],
  [
    "an empty identifier says nothing",
    userOf({ id: "", email: "a" }),
    userOf({ id: "", email: "b" }),
    false,
  ],
  ["a user may be a text", sessionOf({ user: "ada" }), sessionOf({ user: "ada" }), true],
  ["another text is another user", sessionOf({ user: "ada" }), sessionOf({ user: "grace" }), false],
])("%s", (_, a, b, expected) => {
  expect(isSameUser(a, b)).toBe(expected);
});

test("an identify that fails for one of the two says nothing", () => {
  const identify = (session: SessionBase): unknown => (session === b ? null : "1");
  const [a, b] = [userOf({ id: "1", name: "Ada" }), userOf({ id: "1", name: "Countess" })];
  expect(isSameUser(a, b, identify)).toBe(true);
});
