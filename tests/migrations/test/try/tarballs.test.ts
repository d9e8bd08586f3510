import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readJson } from "../../try/app.ts";
import { packageManagerOf } from "../../try/package-manager.ts";
import { overrideByTarballs, takeFromTarballs, tarballNames } from "../../try/tarballs.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sojourn-try-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file of the app. */
function write(name: string, content: string | object): void {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  writeFileSync(join(folder, name), text);
}

test("has a tarball of all that the codemod may install", () => {
  const source = join(import.meta.dirname, "../../../../packages/codemod/src");
  const texts = globSync("**/*.ts", { cwd: source }).map((it) =>
    readFileSync(join(source, it), "utf8"),
  );
  const named = texts.join("").matchAll(/npm:@sojourn\/([\w-]+)@/g);
  expect(tarballNames).toEqual(expect.arrayContaining(Array.from(named, ([, name]) => name)));
  expect(tarballNames).toContain("next-auth-5");
});

test.each([
  ["npm:@sojourn/next-auth@^4.24.15", "next-auth"],
  ["npm:@sojourn/next-auth@4.24.1500", "next-auth"],
  ["npm:@sojourn/next-auth-5@5.0.0-beta.32", "next-auth-5"],
  ["npm:@sojourn/next-auth-5@5.0.0-beta.32.0", "next-auth-5"],
  ["npm:@sojourn/next-auth", "next-auth"],
])("takes %s from a tarball, wherever package.json asks for it", (range, name) => {
  const tarballs = new Map(tarballNames.map((it) => [`@sojourn/${it}`, `file:/${it}.tgz`]));
  const lists = ["dependencies", "devDependencies", "optionalDependencies"];
  write("package.json", Object.fromEntries(lists.map((list) => [list, { "next-auth": range }])));
  takeFromTarballs(folder, tarballs);
  expect(readJson(join(folder, "package.json"))).toEqual(
    Object.fromEntries(lists.map((list) => [list, { "next-auth": `file:/${name}.tgz` }])),
  );
});

test("writes what only pnpm reads for pnpm alone, lest another one's app be taken for its own", () => {
  const tarballs = new Map([["@sojourn/core", "file:/core.tgz"]]);
  write("package.json", {});
  overrideByTarballs(folder, tarballs);
  expect(packageManagerOf(folder)).toBe("npm");
  write("pnpm-lock.yaml", "");
  write("pnpm-workspace.yaml", "overrides:\n  other: 1.0.0\n");
  overrideByTarballs(folder, tarballs);
  expect(readFileSync(join(folder, "pnpm-workspace.yaml"), "utf8")).toBe(
    'overrides:\n  "@sojourn/core": "file:/core.tgz"\n  other: 1.0.0\n',
  );
});

test("has each package manager take our packages from their tarballs, also under other names", () => {
  const tarballs = new Map([
    ["@sojourn/core", "file:/core.tgz"],
    ["@sojourn/react", "file:/react.tgz"],
    ["@sojourn/next-auth", "file:/next-auth.tgz"],
  ]);
  write("package.json", {
    dependencies: { "@sojourn/react": "^0.0.0", "next-auth": "npm:@sojourn/next-auth@^4.24.15" },
    overrides: { other: "1" },
  });
  takeFromTarballs(folder, tarballs);
  overrideByTarballs(folder, tarballs);
  expect(readJson(join(folder, "package.json"))).toMatchObject({
    dependencies: { "@sojourn/react": "file:/react.tgz", "next-auth": "file:/next-auth.tgz" },
    overrides: { other: "1", "@sojourn/core": "file:/core.tgz" },
    resolutions: { "@sojourn/core": "file:/core.tgz", "@sojourn/react": "file:/react.tgz" },
  });
});
