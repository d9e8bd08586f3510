import { expect, test } from "vitest";
import { changesBetween } from "../../src/source/changes.ts";

test("names the innermost values that differ", () => {
  const before = { cache: { session: { user: { name: "Ada" } }, stamp: 1 }, clock: { now: 1 } };
  const after = { cache: { session: { user: { name: "Grace" } }, stamp: 1 }, clock: { now: 2 } };
  expect(changesBetween(before, after)).toEqual([
    { path: "cache.session.user.name", before: "Ada", after: "Grace" },
  ]);
});

test("a value that was not there, or is not any more, is undefined", () => {
  expect(changesBetween({ a: 1 }, { b: Infinity })).toEqual([
    { path: "a", before: 1, after: undefined },
    { path: "b", before: undefined, after: Infinity },
  ]);
});

test("an equal copy is no change, and a list changes as a whole", () => {
  expect(changesBetween({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual([]);
  expect(changesBetween({ a: [1] }, { a: [1, 2] })).toEqual([
    { path: "a", before: [1], after: [1, 2] },
  ]);
});
