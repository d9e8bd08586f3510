import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScratch, type Scratch } from "./scratch.ts";

// Angular's packages are ES modules only, and so is this one.
let scratch: Scratch;
let app: string;

beforeAll(async () => {
  scratch = await createScratch(["core", "angular"], join(import.meta.dirname, "angular"));
  app = join(scratch.folder, "app");
  await scratch.run("pnpm", ["install", "--prefer-offline", "--no-frozen-lockfile"]);
});
afterAll(() => scratch?.remove());

test("publint finds nothing in the packed adapter for Angular", async () => {
  await scratch.run("publint", ["run", scratch.tarballOf("angular"), "--strict"]);
  expect(existsSync(join(app, "node_modules/@sojourn/angular/LICENSE"))).toBe(true);
});

test("its types resolve for every kind of consumer of ES modules", async () => {
  await scratch.run("attw", ["--profile", "esm-only", scratch.tarballOf("angular")]);
});

test("it loads on a server, and exports these values", async () => {
  const code = `
    await import("@angular/compiler");
    const entries = ["@sojourn/angular", "@sojourn/angular/router"];
    const all = await Promise.all(entries.map((entry) => import(entry)));
    console.log(JSON.stringify(all.map((it) => Object.keys(it).toSorted())));`;
  const printed = await scratch.run("node", ["--input-type=module", "-e", code], app);
  expect(JSON.parse(printed)).toEqual([
    [
      "injectSession",
      "injectSessionClient",
      "provideServerSession",
      "provideSojourn",
      "refreshOnChange",
    ],
    ["guestGuard", "reloadOnChange", "signedInGuard"],
  ]);
});
