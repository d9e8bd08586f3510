import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSettings } from "../../try/app.ts";
import type { Command } from "../../try/command.ts";
import { checkBuild } from "../../try/checks/build.ts";
import { checksOf } from "../../try/checks/checks.ts";
import { checkTests } from "../../try/checks/tests.ts";
import { checkTypes } from "../../try/checks/types.ts";
import { packageManagerOf } from "../../try/package-manager.ts";

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

/** A command that prints lines and ends with a code. */
const prints = (text: string, code = 0): Command => ({
  line: `printf '%s\\n' "${text}"; exit ${code}`,
});

test("reads errors of types in both forms, by file and line, the modules' names as before", async () => {
  const plain = "src/a.ts(3,14): error TS2345: No.";
  const pretty = "__mocks__/@sojourn/react.ts:7:1 - error TS2322: No.";
  const { failed } = await checkTypes(folder, prints(`${plain}\n${pretty}`, 2));
  expect(failed.map(({ name }) => name)).toEqual([
    "src/a.ts:3 TS2345",
    "__mocks__/next-auth/react.ts:7 TS2322",
  ]);
});

test("takes the place of a package for the same, wherever its manager keeps it", async () => {
  const path = "node_modules/.pnpm/next@16_react@19/node_modules/next/types.d.ts";
  const { failed } = await checkTypes(folder, prints(`${path}(1,1): error TS1: No.`, 2));
  expect(failed[0]?.name).toBe("node_modules/next/types.d.ts:1 TS1");
});

test("holds that the compiler has read the app, if it finds errors in it", async () => {
  const { passed } = await checkTypes(folder, prints("a.ts(1,1): error TS1: No.", 2));
  expect(passed).toEqual(["the compiler reads the app"]);
  const unread = await checkTypes(folder, prints("error TS18003: No inputs were found.", 2));
  expect(unread).toMatchObject({ passed: [], failed: [{ name: "TS18003" }] });
});

test("says so if the compiler does not run", async () => {
  const { failed } = await checkTypes(folder, prints("tsc: not found", 127));
  expect(failed).toEqual([{ name: "does not run", text: "tsc: not found" }]);
});

test("reads each test of a report, and the files that did not load", async () => {
  const file = (name: string, rest: object) => ({
    ...{ name: join(folder, name), status: "failed", message: "No.", assertionResults: [] },
    ...rest,
  });
  const one = (fullName: string, status: string) => ({
    fullName,
    status,
    failureMessages: ["No."],
  });
  write("report.json", {
    testResults: [
      file("a.test.ts", { assertionResults: [one("one", "passed"), one("two", "failed")] }),
      file("b.test.ts", {}),
    ],
  });
  write("jest", "");
  const command = { line: "cp report.json migrate-tests.json; true jest" };
  const { passed, failed } = await checkTests(folder, command);
  expect(passed).toEqual(["a.test.ts: one"]);
  expect(failed).toEqual([
    { name: "a.test.ts: two", text: "No." },
    { name: "b.test.ts: does not load", text: "No." },
  ]);
});

test("takes tests of another runner as one", async () => {
  expect(await checkTests(folder, { line: "true" })).toEqual({ passed: ["tests"], failed: [] });
  const { failed } = await checkTests(folder, prints("No.", 1));
  expect(failed).toEqual([{ name: "tests", text: "No." }]);
});

test("takes no report of a run before for this one's", async () => {
  write("migrate-tests.json", { testResults: [] });
  expect((await checkTests(folder, prints("No.", 1))).failed).toHaveLength(1);
});

test("says what a build that failed has printed last", async () => {
  expect(await checkBuild(folder, { line: "true" })).toEqual({ passed: ["builds"], failed: [] });
  const { failed } = await checkBuild(folder, prints("No.", 1));
  expect(failed).toEqual([{ name: "builds", text: "No." }]);
});

test("has the checks for which an app has something", () => {
  write("package.json", { scripts: { test: "jest" } });
  expect(checksOf(readSettings(folder)).map(({ name }) => name)).toEqual(["tests"]);
  write("package.json", { scripts: { build: "next build", start: "next start" } });
  write("tsconfig.json", {});
  write("clicks.mjs", "");
  expect(checksOf(readSettings(folder)).map(({ name }) => name)).toEqual([
    "types",
    "build",
    "clicks",
  ]);
});

test("finds the package manager by package.json, then by the lockfile", () => {
  write("package.json", {});
  expect(packageManagerOf(folder)).toBe("npm");
  write("yarn.lock", "");
  expect(packageManagerOf(folder)).toBe("yarn");
  write("package.json", { packageManager: "pnpm@10.0.0" });
  expect(packageManagerOf(folder)).toBe("pnpm");
});
