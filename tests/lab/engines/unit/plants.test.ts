import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plants, spoil } from "../plants.ts";
import { rules } from "../rules/rules.ts";

const built = join(import.meta.dirname, "../../dist/assets");
const scripts = globSync("*.js", { cwd: built }).map((it) => readFileSync(join(built, it), "utf8"));

test.each(plants)("what is built has one place, and the rules one to notice: $name", (plant) => {
  const spoilt = scripts.filter((code) => spoil(code, plant) !== code);
  expect(spoilt.length).toBe(1);
  expect(rules.map(({ name }) => name)).toContain(plant.rule);
});
