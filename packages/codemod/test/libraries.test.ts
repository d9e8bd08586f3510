import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { shimFor } from "../src/shims.ts";
import { migrate } from "../src/migrate.ts";
import { createApp, type Files, findingsOf, move, report } from "./support/app.ts";

const imports = `"use strict"; var react = require("next-auth/react");`;
const peer = `{ "peerDependencies": { "next-auth": "4" } }`;
const kit: Files = {
  "node_modules/kit/package.json": peer,
  "node_modules/kit/dist/index.cjs": imports,
};
const shim = "npm:@sojourn/next-auth@~4.24.1500";
const shimOf5 = "npm:@sojourn/next-auth-5@5.0.0-beta.32.0";

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

describe("a package that is linked", () => {
  const next = `"next-auth": "^4.24.0"`;
  const web = `{\n"dependencies": {\n"ui": "*",\n${next} } }`;
  const built: Files = {
    "packages/ui/package.json": `{ "name": "ui", "dependencies": { ${next} } }`,
    "packages/ui/dist/index.js": imports,
  };
  const sources: Files = { "packages/ui/src/a.tsx": `import "next-auth/react";\n` };

  /** What is said of a folder, as `rule path:line`, and whether it installs a shim. */
  function lookAt(
    files: Files,
    folder = "",
    links: Record<string, string> = { "node_modules/ui": "packages/ui" },
  ): { found: string[]; hasShim: boolean; skipped: string[] } {
    const root = createApp(files);
    for (const [from, to] of Object.entries(links)) {
      mkdirSync(dirname(join(root, from)), { recursive: true });
      symlinkSync(join(root, to), join(root, from));
    }
    const { findings, changes, skipped } = migrate(join(root, folder), "^1.2.3");
    return {
      found: findings.map(({ rule, path, line }) => `${rule} ${path}:${line}`),
      hasShim: changes.some((it) => it.after.includes("npm:@sojourn")),
      skipped: skipped.map((it) => it.path),
    };
  }
  const nothing = { found: [], hasShim: false, skipped: [] };
  const app = { "package.json": `{ "private": true }`, "apps/web/package.json": web };

  test.each(["*", "^1.0.0", "workspace:*", "file:../../packages/ui"])(
    "and moves in the same run is the app's own: %s",
    (range) => {
      const files = {
        ...{ ...app, ...built, ...sources },
        "apps/web/package.json": web.replace("*", range),
      };
      expect(lookAt(files)).toEqual(nothing);
      expect(lookAt({ ...files, "packages/ui/src/a.tsx": `import "@sojourn/react";\n` })).toEqual(
        nothing,
      );
    },
  );

  test("and not yet installed is known by its name", () => {
    expect(lookAt({ ...app, ...built, ...sources }, "", {})).toEqual(nothing);
  });

  test("and has no more than what is built, which stays, is a library", () => {
    expect(lookAt({ ...app, ...built }, "", {})).toEqual({
      ...nothing,
      skipped: ["apps/web/package.json"],
    });
    expect(lookAt({ ...app, ...built })).toEqual({
      found: ["next-auth-shim apps/web/package.json:4"],
      hasShim: true,
      skipped: [],
    });
  });

  test("from the package manager's store is a library", () => {
    const store = "node_modules/.pnpm/ui@1/node_modules/ui";
    const files = {
      ...app,
      [`${store}/package.json`]: `{ "peerDependencies": { ${next} } }`,
      [`${store}/index.js`]: imports,
    };
    const links = { "apps/web/node_modules/ui": store };
    for (const folder of ["", "apps/web"]) {
      expect(lookAt(files, folder, links).hasShim).toBe(true);
    }
  });

  test("and copied by the package manager is the app's own, too", () => {
    const files: Files = { ...app, ...built, ...sources };
    for (const [path, text] of Object.entries(built)) {
      files[path.replace("packages", "node_modules/.pnpm/ui@1/node_modules")] = text;
    }
    const links = { "apps/web/node_modules/ui": "node_modules/.pnpm/ui@1/node_modules/ui" };
    expect(lookAt(files, "", links).hasShim).toBe(true);
    for (const range of ["workspace:*", "file:../../packages/ui"]) {
      files["apps/web/package.json"] = web.replace("*", range);
      expect(lookAt(files, "", links)).toEqual(nothing);
    }
  });

  const outside = { found: ["package-outside package.json:3"], hasShim: false, skipped: [] };

  test("from outside of the folder that moves is told, and gets no shim", () => {
    expect(lookAt({ ...app, ...built }, "apps/web")).toEqual(outside);
    // Its own package.json need not say what it imports, and it may be built by the app.
    const plain = { "packages/ui/package.json": "{}", ...sources };
    expect(lookAt({ ...app, ...plain }, "apps/web")).toEqual(outside);
  });

  test.each<[string, Files]>([
    ["does not import the client", { "packages/ui/src/a.tsx": `import "next-auth";` }],
    ["has moved", { "packages/ui/src/a.tsx": `import "@sojourn/react";` }],
    ["only tests with it", { "packages/ui/src/a.test.tsx": `import "next-auth/react";` }],
    [
      "finds a shim",
      {
        "packages/ui/src/a.tsx": `import "next-auth/react";`,
        "packages/ui/node_modules/next-auth/package.json": `{ "name": "@sojourn/next-auth" }`,
      },
    ],
  ])("from outside is left out if it %s", (_, files) => {
    const ui = { "packages/ui/package.json": `{ "name": "ui" }`, ...files };
    expect(lookAt({ ...app, ...ui }, "apps/web")).toEqual(nothing);
  });

  test("from outside does not keep a library from getting the shim", () => {
    const both = web.replace(`"ui"`, `"kit": "1",\n"ui"`);
    const folder = Object.entries(kit).map(([path, text]) => [`apps/web/${path}`, text]);
    const files = {
      ...app,
      ...built,
      ...Object.fromEntries(folder),
      "apps/web/package.json": both,
    };
    expect(lookAt(files, "apps/web")).toEqual({
      found: ["package-outside package.json:4", "next-auth-shim package.json:5"],
      hasShim: true,
      skipped: [],
    });
  });
});

describe("what it installs is there", () => {
  const manifestOf = (folder: string): { version: string; dependencies: Record<string, string> } =>
    JSON.parse(readFileSync(join(import.meta.dirname, "../..", folder, "package.json"), "utf8"));

  test("of next-auth 4, with a patch number that next-auth never has", () => {
    const { version, dependencies } = manifestOf("next-auth");
    const [minor = "", patch] = version.split(/\.(?=\d+$)/);
    expect(shimFor("4")).toBe(shim);
    expect(shim).toBe(`npm:@sojourn/next-auth@~${minor}.1500`);
    expect(Number(patch)).toBeGreaterThanOrEqual(1500);
    expect(dependencies["next-auth-server"]).toMatch(`npm:next-auth@^${minor}.`);
  });

  test("of next-auth 5, with one more number behind that of next-auth", () => {
    const { version, dependencies } = manifestOf("next-auth-5");
    expect(shimFor("5.0.0-beta.1")).toBe(`npm:@sojourn/next-auth-5@${version}`);
    const server = version.replace(/\.\d+$/, "");
    expect(server).toMatch(/^5\.0\.0-beta\.\d+$/);
    expect(dependencies["next-auth-server"]).toBe(`npm:next-auth@${server}`);
  });
});
