import { expect, test } from "vitest";
import { createServerEnvironment } from "../../src/environment/server.ts";
import { createCourtesy } from "../../src/runtime/courtesy.ts";

test.each([
  [0, true, 0],
  [0.5, true, 15],
  [0.5, false, 215],
])("by chance %d, visible %s: lets others go first for %d ms", (chance, isVisible, expected) => {
  const courtesyMs = createCourtesy({
    ...createServerEnvironment(),
    random: () => chance,
    isVisible: () => isVisible,
  });
  expect(courtesyMs()).toBe(expected);
});

test("it is another one in each tab, and the same in one tab at all times", () => {
  const environment = { ...createServerEnvironment(), isVisible: () => true };
  const courtesyMs = createCourtesy(environment);
  expect(courtesyMs()).toBe(courtesyMs());
  expect(createCourtesy(environment)()).not.toBe(courtesyMs());
});
