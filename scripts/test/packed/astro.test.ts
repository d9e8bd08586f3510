import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScratch, type Scratch } from "./scratch.ts";

// Only Vite loads it, so it has no CommonJS. The app that uses it is in examples/.
let scratch: Scratch;
const unpacked = (): string => join(scratch.folder, "package");

beforeAll(async () => {
  scratch = await createScratch(["astro"], join(import.meta.dirname, "fixtures/vite-app"));
  await scratch.run("tar", ["xzf", scratch.tarballOf("astro")]);
});
afterAll(() => scratch?.remove());

test("publint finds nothing in the packed integration for Astro", async () => {
  await scratch.run("publint", ["run", scratch.tarballOf("astro"), "--strict"]);
  expect(existsSync(join(unpacked(), "LICENSE"))).toBe(true);
});

test("its types resolve for importers", async () => {
  await scratch.run("attw", [scratch.tarballOf("astro"), "--profile", "esm-only"]);
});

test("contains the source that its maps point to", () => {
  const maps = globSync("dist/**/*.map", { cwd: unpacked() });
  expect(maps.length).toBeGreaterThan(0);
  for (const map of maps) {
    const { sources } = JSON.parse(readFileSync(join(unpacked(), map), "utf8"));
    for (const source of sources as string[]) {
      expect(existsSync(join(unpacked(), dirname(map), source)), source).toBe(true);
    }
  }
});
