import { expect, test } from "vitest";
import { findChanges } from "../src/model/changes.ts";

const START = Date.UTC(2026, 0);

test("names a field that has changed by its path, with what it was and is", () => {
  const before = { cache: { type: "empty" }, failure: { count: 0, error: null } };
  const after = {
    cache: { type: "filled", session: { user: { name: "Ada" } } },
    failure: { count: 1, error: { code: "http", status: 500 } },
  };
  expect(findChanges(before, after, START)).toEqual([
    { field: "cache.type", before: "empty", after: "filled" },
    { field: "cache.session", before: "unknown", after: "Ada" },
    { field: "failure.count", before: "0", after: "1" },
    { field: "failure.error", before: "none", after: "http 500" },
  ]);
});

test("shows times as seconds since the start", () => {
  const before = { nextRead: { at: Infinity }, expiry: { expires: undefined } };
  const after = {
    nextRead: { at: START + 1234 },
    expiry: { expires: new Date(START + 30 * 86_400_000).toISOString() },
  };
  expect(findChanges(before, after, START).map((it) => [it.before, it.after])).toEqual([
    ["never", "at 1.234 s"],
    ["unknown", "in 30 days"],
  ]);
});

test("leaves out clocks, and numbers that order and identify", () => {
  const before = { clock: { now: 1 }, cache: { stamp: 1 }, tab: { id: null } };
  const after = { clock: { now: 2 }, cache: { stamp: 2 }, tab: { id: 0.5 } };
  expect(findChanges(before, after, START)).toEqual([]);
});

test("finds nothing before there was a state", () => {
  expect(findChanges(undefined, { cache: 1 }, START)).toEqual([]);
});
