import { expect, test } from "vitest";
import { createServerEnvironment } from "../../src/environment/server.ts";
import { watchRevision } from "../../src/runtime/page-cache.ts";

test.each([
  ["the same revision", "a", "a", false],
  ["another revision", "a", "b", true],
  ["a first revision", null, "b", true],
  ["still no revision", null, null, false],
  ["no storage", undefined, undefined, true],
])("a page that finds %s may have missed a change: %4$s", (_, before, after, expected) => {
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
