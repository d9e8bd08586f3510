import { afterAll, beforeAll, expect, test } from "vitest";
import { createScratch, type Scratch } from "./scratch.ts";

let scratch: Scratch;

beforeAll(async () => {
  scratch = await createScratch(["nuxt"]);
});
afterAll(() => scratch?.remove());

// Nuxt imports modules, and builds what they add. It has no use for CommonJS.
test("@sojourn/nuxt is an ES module that publint and attw find nothing in", async () => {
  await scratch.run("publint", ["run", scratch.tarballOf("nuxt"), "--strict"]);
  await scratch.run("attw", [scratch.tarballOf("nuxt"), "--profile", "esm-only"]);
});

test("the packed module has its licence, its sources, and what it adds to an app as files", async () => {
  const listed = await scratch.run("tar", ["-tzf", scratch.tarballOf("nuxt")]);
  const runtime = ["plugin.client", "plugin.server", "middleware/auth", "middleware/guest"];
  expect(listed.split("\n")).toEqual(
    expect.arrayContaining([
      "package/LICENSE",
      "package/src/module.ts",
      ...[...runtime, "composables", "server/get-server-session"].map(
        (name) => `package/dist/runtime/${name}.js`,
      ),
    ]),
  );
});
