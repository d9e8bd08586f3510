import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScratch, type Scratch } from "./scratch.ts";

// A program and no library: there is nothing to import, to require or to bundle.
let scratch: Scratch;
let app: string;

beforeAll(async () => {
  scratch = await createScratch(["codemod"], join(import.meta.dirname, "codemod"));
  app = join(scratch.folder, "app");
  await scratch.run("pnpm", ["install", "--prefer-offline", "--no-frozen-lockfile"]);
});
afterAll(() => scratch?.remove());

test("publint finds nothing in the packed codemod", async () => {
  await scratch.run("publint", ["run", scratch.tarballOf("codemod"), "--strict"]);
  expect(existsSync(join(app, "node_modules/@sojourn/codemod/LICENSE"))).toBe(true);
});

test("the packed codemod moves an app", async () => {
  const printed = await scratch.run("pnpm", ["exec", "sojourn-codemod", "--write"], app);
  expect(printed).toContain("2 files changed");
  const read = (path: string): string => readFileSync(join(app, path), "utf8");
  expect(read("sign-in.js")).toBe(`export { signIn } from "@sojourn/react";\n`);
  const { version } = JSON.parse(read("node_modules/@sojourn/codemod/package.json"));
  expect(read("package.json")).toContain(`"@sojourn/react": "^${version}",\n    "next-auth"`);
});
