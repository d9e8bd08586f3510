import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeChanges } from "../src/files/write-changes.ts";
import { migrate } from "../src/migrate.ts";
import { createApp, type Files } from "./support/app.ts";

const text = `{\n  "dependencies": {\n    "kit": "1",\n    "next-auth": "4.24.0"\n  }\n}\n`;
const withClient = text.replace(`"kit"`, `"@sojourn/react": "^1.2.3",\n    "kit"`);
const app: Files = {
  "package.json": text,
  "app/billing/a.ts": `import { signIn } from "next-auth/react";\n`,
  "app/b.ts": `import { signIn } from "next-auth/react";\n`,
};
const pathsIn = (folder: string): string[] =>
  migrate(folder, "^1.2.3").changes.map((it) => it.path);

test("the package.json above the folder gets the package", () => {
  const folder = createApp(app);
  const part = join(folder, "app/billing");
  const { changes } = migrate(part, "^1.2.3");
  expect(changes.map((it) => it.path)).toEqual(["../../package.json", "a.ts"]);
  writeChanges(part, changes);
  expect(readFileSync(join(folder, "package.json"), "utf8")).toBe(withClient);
  expect(readFileSync(join(folder, "app/b.ts"), "utf8")).toBe(app["app/b.ts"]);
  expect(pathsIn(part)).toEqual([]);
});

test("only the nearest gets it, and only if it is needed", () => {
  const folder = createApp({
    ...app,
    "app/package.json": text,
    "app/other/c.ts": `import "next-auth";\n`,
    "own/package.json": text,
    "own/d.ts": `import "next-auth/react";\n`,
  });
  expect(pathsIn(join(folder, "app/billing"))).toEqual(["../package.json", "a.ts"]);
  expect(pathsIn(join(folder, "app/other"))).toEqual([]);
  expect(pathsIn(join(folder, "own"))).toEqual(["d.ts", "package.json"]);
});

test("nothing beyond the git repository is changed", () => {
  const folder = createApp(app);
  execFileSync("git", ["init", "-q"], { cwd: join(folder, "app") });
  expect(pathsIn(join(folder, "app/billing"))).toEqual(["a.ts"]);
  mkdirSync(join(folder, ".git"));
  expect(pathsIn(join(folder, "app"))).toEqual(["b.ts", "billing/a.ts"]);
});

test("its settings stay, for the rest of the app", () => {
  const settings = `{ "dependencies": { "next-auth": "4" }, "jest": { "moduleNameMapper": { "^next-auth/react$": "a" } } }`;
  const folder = createApp({ ...app, "package.json": settings });
  expect(migrate(join(folder, "app"), "^1.2.3").changes[0]).toMatchObject({
    path: "../package.json",
    after: settings.replace(`"next-auth"`, `"@sojourn/react": "^1.2.3", "next-auth"`),
  });
});

test("next-auth stays for the rest of the app, and libraries that import its client are listed", () => {
  const folder = createApp({
    ...app,
    "node_modules/kit/package.json": `{ "peerDependencies": { "next-auth": "4" } }`,
    "node_modules/kit/index.js": `require("next-auth/react");`,
  });
  const { changes, findings } = migrate(join(folder, "app"), "^1.2.3");
  expect(changes[0]).toMatchObject({ path: "../package.json", after: withClient });
  expect(findings).toEqual([{ path: "../package.json", line: 3, rule: "library-between" }]);
});
