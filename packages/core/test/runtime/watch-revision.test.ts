import { expect, test } from "vitest";
import { createServerEnvironment } from "../../src/environment/server.ts";
import { watchRevision } from "../../src/runtime/watch-revision.ts";

test.each([
  ["the same mark", "a", "a", false],
  ["another mark", "a", "b", true],
  ["a first mark", null, "b", true],
  ["still no mark", null, null, false],
  ["no storage", undefined, undefined, true],
])("who finds %s may have missed something: %4$s", (_, before, after, expected) => {
  let mark: string | null | undefined = before;
  const { note, hasMoved } = watchRevision(
    { ...createServerEnvironment(), revision: () => mark },
    "line",
  );
  expect(hasMoved()).toBe(false);
  note();
  mark = after;
  expect(hasMoved()).toBe(expected);
});
