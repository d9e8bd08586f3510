import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSettings } from "../../try/app.ts";
import { checkTests } from "../../try/checks/tests.ts";
import { toShell } from "../../try/command.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sojourn-try-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (content: object): void =>
  writeFileSync(join(folder, "package.json"), JSON.stringify(content));

test.each([
  ["npm", "npm run test -- --json"],
  ["pnpm", "pnpm --config.verify-deps-before-run=false run test --json"],
  ["yarn", "yarn run test --json"],
  ["bun", "bun run test --json"],
])("has %s run a script of the app", (manager, line) => {
  write({ packageManager: `${manager}@1.0.0` });
  expect(toShell(folder, { line: "jest", script: "test" }, "--json")).toBe(line);
});

test("has the shell run what was given", () => {
  expect(toShell(folder, { line: "npx jest" }, "--json")).toBe("npx jest --json");
});

test("adds nothing to a script that takes nothing", () => {
  write({});
  expect(toShell(folder, { line: "next build", script: "build" })).toBe("npm run build");
});

test("runs what an app has before and after a script, and hands the script its options", async () => {
  const report = { testResults: [{ name: "a", status: "passed", assertionResults: [] }] };
  const scripts = {
    pretest: `echo '${JSON.stringify(report)}' > made-before.json`,
    // Stands for Jest: it writes the report to where it is told.
    test: "node -e 'require(`fs`).copyFileSync(`made-before.json`, process.argv.at(-1).split(`=`)[1])' jest",
  };
  write({ scripts });
  const { test: command } = readSettings(folder);
  expect(command).toEqual({ line: scripts.test, script: "test" });
  expect(await checkTests(folder, command!)).toEqual({ passed: [], failed: [] });
});
