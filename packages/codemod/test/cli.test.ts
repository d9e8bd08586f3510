import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createApp, type Files, readApp } from "./support/app.ts";

const cli = join(import.meta.dirname, "../src/cli.ts");

function run(
  args: string[],
  cwd?: string,
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [cli, ...args], { cwd, encoding: "utf8" });
}

const app: Files = {
  "package.json": `{\n  "dependencies": {\n    "next-auth": "4.24.0"\n  }\n}\n`,
  "src/sign-in.ts": `import { signIn } from "next-auth/react";\n\nexport async function enter() {\n  const result = await signIn("credentials", { redirect: false });\n  return result?.error === null;\n}\n`,
  "__mocks__/next-auth/react.ts": `export const useSession = () => ({ data: null });\n`,
  "src/broken.ts": `import "next-auth/react" (\n`,
};

test("shows a diff and what to look at, and changes nothing", () => {
  const folder = createApp(app);
  const { status, stdout } = run([], folder);
  expect(stdout.replace(/\^\d+\.\d+\.\d+/, "^1.0.0")).toMatchInlineSnapshot(`
    "diff --git a/__mocks__/next-auth/react.ts b/__mocks__/@sojourn/react.ts
    rename from __mocks__/next-auth/react.ts
    rename to __mocks__/@sojourn/react.ts
    diff --git a/package.json b/package.json
    --- a/package.json
    +++ b/package.json
    @@ -1,5 +1,6 @@
     {
       "dependencies": {
    +    "@sojourn/react": "^1.0.0",
         "next-auth": "4.24.0"
       }
     }
    diff --git a/src/sign-in.ts b/src/sign-in.ts
    --- a/src/sign-in.ts
    +++ b/src/sign-in.ts
    @@ -1,5 +1,5 @@
    -import { signIn } from "next-auth/react";
    +import { signIn } from "@sojourn/react";
     
     export async function enter() {
       const result = await signIn("credentials", { redirect: false });
       return result?.error === null;

    To look at:

      The \`error\` of a sign-in is compared with \`null\`. Where there is none it is \`undefined\`, as in next-auth 5: ask \`if (error)\`.
      See @sojourn/react/MIGRATING.md#what-to-look-at
        src/sign-in.ts:5

    Left alone:

      src/broken.ts:1: can't be parsed: Missing semicolon.

    3 files to change: add --write to do it. 1 place to look at.
    "
  `);
  expect(status).toBe(0);
  expect(readApp(folder)).toEqual(app);
});

test("--write changes what the diff shows", () => {
  const [written, patched] = [createApp(app), createApp(app)];
  const { stdout } = run([patched]);
  writeFileSync(join(patched, "diff"), stdout.slice(0, stdout.indexOf("To look at")));
  execFileSync("git", ["apply", "diff"], { cwd: patched });
  const { status, stdout: printed } = run(["--write", written]);
  expect(status).toBe(0);
  expect(printed).toContain("3 files changed: install now. 1 place to look at.");
  const { diff: _, ...files } = readApp(patched);
  expect(readApp(written)).toEqual(files);
  expect(Object.keys(files)).toContain("__mocks__/@sojourn/react.ts");
  expect(existsSync(join(written, "__mocks__/next-auth"))).toBe(false);

  const again = run([written]);
  expect(again.stdout).toContain("Nothing to change. 1 place to look at.");
});

test("says to install only if there is something to install", () => {
  const folder = createApp({ "a.ts": `import "next-auth/react";` });
  expect(run(["--write", folder]).stdout).toBe(
    "changed a.ts\n\nLeft alone:\n\n  a.ts: needs @sojourn/react, and there is no package.json that could ask for it\n\n1 file changed. Nothing to look at.\n",
  );
});

test("a folder of an app changes the package.json above it", () => {
  const folder = createApp({ ...app, "src/broken.ts": "" });
  const shown = run([], join(folder, "src")).stdout;
  expect(shown).toContain("--- a/../package.json\n+++ b/../package.json\n");
  const { changes } = JSON.parse(run(["--json", "--write", join(folder, "src")]).stdout);
  expect(changes.map((it: { path: string }) => it.path)).toEqual(["../package.json", "sign-in.ts"]);
  expect(readApp(folder)["package.json"]).toContain("@sojourn/react");
});

test("--json is for scripts", () => {
  const { stdout } = run(["--json", createApp(app)]);
  const report = JSON.parse(stdout);
  expect(report.isWritten).toBe(false);
  expect(
    report.changes.map((it: { path: string; movesTo?: string }) => [it.path, it.movesTo]),
  ).toEqual([
    ["__mocks__/next-auth/react.ts", "__mocks__/@sojourn/react.ts"],
    ["package.json", undefined],
    ["src/sign-in.ts", undefined],
  ]);
  expect(report.changes[2].diff).toContain(`+import { signIn } from "@sojourn/react";`);
  expect(report.findings).toEqual([
    {
      path: "src/sign-in.ts",
      line: 5,
      rule: "sign-in-error-null",
      what: expect.any(String),
      why: expect.any(String),
      link: "@sojourn/react/MIGRATING.md#what-to-look-at",
    },
  ]);
  expect(report.skipped).toEqual([
    { path: "src/broken.ts", line: 1, reason: expect.stringContaining("can't be parsed") },
  ]);
});

test("takes the files that git would keep", () => {
  const folder = createApp({
    ".gitignore": "generated/\n",
    "a.ts": `import "next-auth/react";`,
    "dist/kept.js": `import "next-auth/react";`,
    "generated/b.ts": `import "next-auth/react";`,
    "node_modules/c/index.js": `import "next-auth/react";`,
    ".next/d.js": `import "next-auth/react";`,
  });
  const changed = (): string[] =>
    JSON.parse(run(["--json", folder]).stdout).changes.map((it: { path: string }) => it.path);
  expect(changed()).toEqual(["a.ts", "generated/b.ts"]);
  execFileSync("git", ["init", "-q"], { cwd: folder });
  expect(changed()).toEqual(["a.ts", "dist/kept.js"]);
});

test("keeps the mode of a file, and leaves links alone", () => {
  const folder = createApp({ "a.mjs": `#!/usr/bin/env node\nimport "next-auth/react";\n` });
  chmodSync(join(folder, "a.mjs"), 0o755);
  symlinkSync("a.mjs", join(folder, "b.mjs"));
  const { stdout } = run(["--write", folder]);
  expect(stdout).toContain("1 file changed");
  expect(statSync(join(folder, "a.mjs")).mode & 0o777).toBe(0o755);
});

test("leaves a file alone that is not UTF-8", () => {
  const folder = createApp({});
  const bytes = Buffer.from(`import "next-auth/react"; // \u00e4\n`, "latin1");
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "src/a.js"), bytes);
  expect(run(["--write", folder]).stdout).toContain("src/a.js: is not UTF-8");
  expect(readFileSync(join(folder, "src/a.js"))).toEqual(bytes);
});

test("says how it is used", () => {
  expect(run(["--help"]).stdout).toContain("--write");
  expect(run(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+/);
  for (const args of [["--nope"], ["no-such-folder"], [".", "."]]) {
    const { status, stderr } = run(args);
    expect(status).toBe(2);
    expect(stderr).toContain("sojourn-codemod [folder]");
  }
});
