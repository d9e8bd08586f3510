import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const src = join(import.meta.dirname, "../../apps/vanilla/src");

test("the vanilla app shows all of it in a hundred lines of script", () => {
  // `doors.ts` serves the tests of all ways in, and passkeys are of another package.
  const others = ["doors.ts", "passkeys.ts"];
  const files = globSync("*.ts", { cwd: src }).filter((name) => !others.includes(name));
  const script = files.map((name) => readFileSync(join(src, name), "utf8")).join("\n");
  const lines = script.split("\n").filter((line) => line.trim());
  expect(files.length).toBeGreaterThan(1);
  expect(lines.length).toBeLessThanOrEqual(100);
});
