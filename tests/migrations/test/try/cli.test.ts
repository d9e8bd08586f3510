import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { install } from "../../try/package-manager.ts";

const cli = join(import.meta.dirname, "../../try/cli.ts");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sojourn-try-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: object): void =>
  writeFileSync(join(folder, name), JSON.stringify(content));

/** Calls the script wrongly, by which nothing is copied or installed yet. */
function call(...args: string[]): { status: number | null; said: string } {
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { env, encoding: "utf8" });
  return { status, said: stderr };
}

/** The app has a test. */
const writeApp = (): void => write("package.json", { scripts: { test: "jest" } });

test.each([
  [["nowhere"], /^.*nowhere is no folder\.\n$/],
  [["."], /^.* has no package\.json\.\n$/],
])("says in a line what is wrong with a path: %j", (args, said) => {
  const called = call(...args);
  expect(called.said).toMatch(said);
  expect(called.status).toBe(2);
});

test.each([
  [["--nope"], /^Unknown option '--nope'.*\n$/],
  [["--only", "nope"], /^--only: nope is no folder of the app\.\n$/],
  [["--only", ".."], /^--only: \.\. is no folder of the app\.\n$/],
  [["--skip", "tests,typs"], /^--skip: typs is none of types, tests, build, clicks\.\n$/],
  [["--clicks", "nope.mjs"], /^--clicks: .*nope\.mjs is no file\.\n$/],
  [["--skip", "tests"], /^Nothing was compared: give .*--test.*\n$/],
])("says in a line what is wrong with an option: %j", (args, said) => {
  writeApp();
  const called = call(".", ...args);
  expect(called.said).toMatch(said);
  expect(called.status).toBe(2);
});

test("says in a line that it lacks what clicks are done on", () => {
  writeApp();
  write("visit.mjs", {});
  expect(call(".", "--clicks", "visit.mjs")).toEqual({
    status: 2,
    said: expect.stringMatching(/^--clicks: .*--start.*\n$/),
  });
});

test("says in a line that an app has nothing to compare", () => {
  write("package.json", {});
  mkdirSync(join(folder, "src"));
  expect(call(".", "--only", "src")).toEqual({
    status: 2,
    said: expect.stringMatching(/^Nothing was compared: give .*\n$/),
  });
});

test("says in a line that package.json can't be read", () => {
  writeFileSync(join(folder, "package.json"), "{,}");
  expect(call(".")).toEqual({ status: 2, said: expect.stringMatching(/^.*package\.json: .*\n$/) });
});

test("says what the package manager said last of an install that failed", async () => {
  write("package.json", { dependencies: { missing: "file:./missing.tgz" } });
  await expect(install(folder)).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringMatching(/^npm install .*failed:\n[^]*missing\.tgz/),
  });
});
