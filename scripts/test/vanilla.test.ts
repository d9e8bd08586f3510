import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const src = join(import.meta.dirname, "../../apps/vanilla/src");

test("the vanilla app shows all of it in a hundred lines of script", () => {
  // `doors.ts` serves the tests of all ways in, and is no part of the example.
  const files = globSync("*.ts", { cwd: src }).filter((name) => name !== "doors.ts");
  const lines = files.map(
    (name) => readFileSync(join(src, name), "utf8").trimEnd().split("\n").length,
  );
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.reduce((sum, it) => sum + it, 0)).toBeLessThanOrEqual(100);
});
