import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shimFor } from "../src/shims.ts";
import { type Files, findingsOf, move, report } from "./support/app.ts";

const imports = `"use strict"; var react = require("next-auth/react");`;
const peer = `{ "peerDependencies": { "next-auth": "4" } }`;
const kit: Files = {
  "node_modules/kit/package.json": peer,
  "node_modules/kit/dist/index.cjs": imports,
};
const shim = "npm:@sojourn/next-auth@^4.24.15";
const shimOf5 = "npm:@sojourn/next-auth-5@5.0.0-beta.32";

/** A package.json that asks for the library and for next-auth. */
const asks = (range: string, more = ""): string =>
  `{\n  "dependencies": {\n    "kit": "1",\n    "next-auth": "${range}"\n  }${more}\n}\n`;
/** One that asks for our client, too, which a shim does not bring. */
const asksForBoth = (range: string): string =>
  asks(range).replace(`"kit"`, `"@sojourn/react": "^1.2.3",\n    "kit"`);

test("libraries that import the client are found where they are installed", () => {
  expect(
    findingsOf({
      ...kit,
      "package.json": `{\n"dependencies": {\n"kit": "1",\n"server-kit": "1",\n"other": "1",\n"next-auth": "3"\n}}`,
      "node_modules/server-kit/package.json": peer,
      "node_modules/server-kit/index.js": `require("next-auth");`,
      "node_modules/other/package.json": "{}",
      "node_modules/other/index.js": imports,
      "node_modules/next-auth/package.json": peer,
      "node_modules/next-auth/react.js": imports,
      "web/package.json": `{ "devDependencies": { "kit": "1", "@rainbow-me/rainbowkit-siwe-next-auth": "1" } }`,
    }),
  ).toEqual([
    "library-between package.json:3",
    "library-between web/package.json:1",
    "library-between web/package.json:1",
  ]);
});

test.each([
  ...["4", "^4.24.15", "~4.22.1", "4.24.0", "=4.x", "v4.24.*"].map((it) => [it, shim]),
  ...["5.0.0-beta.25", "^5.0.0-beta.32"].map((it) => [it, shimOf5]),
])("next-auth %s becomes the shim beside such a library", (range, after) => {
  const files = { ...kit, "package.json": asks(range) };
  expect(move(files)["package.json"]).toBe(asksForBoth(after));
  expect(findingsOf(files)).toEqual(["next-auth-shim package.json:4"]);
});

test.each([
  ["another major version", asks("^3.29.0")],
  ["a newer beta", asks("5.0.0-beta.33")],
  ["no version", asks("latest")],
  ["two", asks("^4.24.0 || ^5.0.0")],
  ["a protocol", asks("workspace:^4")],
  ["a catalog", asks("catalog:")],
  ["an alias", asks("npm:@acme/next-auth@^4.24.0")],
  ["an alias that is called alike", asks("npm:@sojourn/next-auth-tools@^4.24.0")],
  ["a repository", asks("git+ssh://git@example.com/next-auth.git#4.24.0")],
  ["an override of npm's", asks("4.24.0", `, "overrides": { "next-auth": "4.24.0" }`)],
  ["an override of Yarn's", asks("4.24.0", `, "resolutions": { "next-auth": "4.24.0" }`)],
  ["an override of pnpm's", asks("4.24.0", `, "pnpm": { "overrides": { "next-auth": "4.24.0" } }`)],
  [
    "a peer only",
    `{ "peerDependencies": { "next-auth": "4" },\n\n"devDependencies": { "kit": "1" } }`,
  ],
])("the library is left to a person where package.json has %s", (_, text) => {
  const files = { ...kit, "package.json": text };
  expect(move(files)["package.json"]).toBe(text);
  expect(findingsOf(files)).toEqual(["library-between package.json:3"]);
});

test("what others have to install stays as it is", () => {
  const text = (range: string, more = ""): string =>
    `{ "devDependencies": { ${more}"kit": "1", "next-auth": "${range}" }, "peerDependencies": { "next-auth": ">=4" } }`;
  expect(move({ ...kit, "package.json": text("4") })["package.json"]).toBe(
    text(shim, `"@sojourn/react": "^1.2.3", `),
  );
});

test("what the app needs itself is added once", () => {
  const files = { ...kit, "package.json": asks("4.24.0"), "a.ts": `import "next-auth/react";` };
  expect(move(files)["package.json"]).toBe(asksForBoth(shim));
});

test("a library that is known is enough, installed or not", () => {
  const text = (range: string, more = ""): string =>
    `{ "dependencies": { "@rainbow-me/rainbowkit-siwe-next-auth": "1", ${more}"next-auth": "${range}" } }`;
  expect(move({ "package.json": text("4.24.0") })["package.json"]).toBe(
    text(shim, `"@sojourn/react": "^1.2.3", `),
  );
});

test.each([
  ["by its name", asksForBoth("npm:@sojourn/next-auth@~4.24.15"), {}],
  ["by that of next-auth 5", asksForBoth("npm:@sojourn/next-auth-5@5.0.0-beta.25"), {}],
  [
    "from elsewhere",
    asks("catalog:"),
    { "node_modules/next-auth/package.json": `{ "name": "@sojourn/next-auth" }` },
  ],
])("with the shim there, %s, nothing is to do", (_, text, installed) => {
  const files = { ...kit, ...installed, "package.json": text };
  expect(move(files)["package.json"]).toBe(text);
  expect(report(files)).toMatchObject({ findings: [], skipped: [] });
});

test("a shim that is there without our client gets it", () => {
  expect(move({ "package.json": asks(shim) })["package.json"]).toBe(asksForBoth(shim));
});

test("without such a library next-auth stays", () => {
  const files = { "package.json": asks("4"), "node_modules/kit/package.json": peer };
  expect(report(files)).toEqual({ changes: [], findings: [], skipped: [] });
});

test("what is not installed, and so not known, is said once", () => {
  const dependencies = `{ "a": "1", "b": "1", "c": "1", "d": "1", "ours": "workspace:*", "next-auth": "4" }`;
  const files = {
    "package.json": "{}",
    "web/package.json": `{ "dependencies": ${dependencies} }`,
    "api/package.json": `{ "devDependencies": { "a": "1" } }`,
  };
  const { changes, findings, skipped } = report(files);
  expect([changes, findings]).toEqual([[], []]);
  expect(skipped).toEqual([
    { path: "api/package.json", reason: expect.stringContaining("(a, b, c and 1 more): install") },
  ]);
  const others = { "package.json": `{ "dependencies": { "react": "19" } }` };
  expect(report(others).skipped).toEqual([]);
});

describe("what it installs is there", () => {
  const versionIn = (folder: string): string =>
    JSON.parse(readFileSync(join(import.meta.dirname, "../..", folder, "package.json"), "utf8"))
      .version;

  test("of next-auth 4, with the same major and minor number", () => {
    const least = shim.replace("npm:@sojourn/next-auth@^", "");
    expect(shimFor("4")).toBe(shim);
    const [minor, patch] = [/^\d+\.\d+/, /\d+$/];
    const version = versionIn("next-auth");
    expect(minor.exec(least)).toEqual(minor.exec(version));
    expect(Number(patch.exec(least))).toBeLessThanOrEqual(Number(patch.exec(version)));
  });

  test("of next-auth 5, the very same", () => {
    expect(shimFor("5.0.0-beta.1")).toBe(`npm:@sojourn/next-auth-5@${versionIn("next-auth-5")}`);
  });
});
