import { expect, test } from "vitest";
import { createServerEnvironment } from "../../src/environment/server.ts";
import { watchRevision } from "../../src/runtime/watch-revision.ts";

test.each([
  ["the same revision", false, "a", "a"],
  ["another revision", true, "a", "b"],
  ["a first revision", true, null, "b"],
  ["still no revision", false, null, null],
  ["no storage", true, undefined, undefined],
])("a page that finds %s may have missed a change: %s", (_, expected, before, after) => {
  let revision: string | null | undefined = before;
  const { note, hasChanged } = watchRevision(
    { ...createServerEnvironment(), revision: () => revision },
    "name",
  );
  expect(hasChanged()).toBe(false);
  note();
  revision = after;
  expect(hasChanged()).toBe(expected);
});
