import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../packages.ts";

const upward: [path: string, specifier: string, message: string][] = [
  ["session/a.ts", "../tabs/channel.ts", "(layer 1) may not import tabs/channel.ts (layer 2)"],
  [
    "session/b.ts",
    "../store/create-store.ts",
    "(layer 1) may not import store/create-store.ts (layer 1)",
  ],
  ["store/a.ts", "../index.ts", "(layer 1) may not import index.ts (layer 6)"],
  ["api/b.ts", "../tabs/message.ts", "(layer 2) may not import tabs/message.ts (layer 2)"],
  [
    "tabs/a.ts",
    "../environment/browser/clock.ts",
    "(layer 2) may not import environment/browser/clock.ts (layer 3)",
  ],
  [
    "api/a.ts",
    "../client/session-client.ts",
    "(layer 2) may not import client/session-client.ts (layer 4)",
  ],
  [
    "environment/browser/a.ts",
    "../../tabs/message.ts",
    "(layer 3) may not import tabs/message.ts (layer 2)",
  ],
  [
    "environment/environment.ts",
    "./server.ts",
    "(layer 0) may not import environment/server.ts (layer 3)",
  ],
  [
    "mutations/a.ts",
    "../environment/server.ts",
    "(layer 3) may not import environment/server.ts (layer 3)",
  ],
  [
    "types/a.ts",
    "../session/state/state.ts",
    "(layer 0) may not import session/state/state.ts (layer 1)",
  ],
  ["client/a.ts", "../index.ts", "(layer 4) may not import index.ts (layer 6)"],
  ["helpers/a.ts", "../errors.ts", "has no layer: give it one"],
  ["store/b.ts", "nanostores", "The core has no dependency: nanostores may not be imported."],
];

const ambient =
  `window.name | document.title | navigator.onLine | location.href | globalThis.name | process.env
  | setTimeout(String, 1) | clearTimeout(1) | setInterval(String, 1) | clearInterval(1) | performance.now()
  | fetch("/") | localStorage.length | sessionStorage.length | new BroadcastChannel("a") | crypto.randomUUID()
  | Date.now() | new Date() | Date() | Math.random() | AbortSignal.timeout(1)`
    .split("|")
    .map((it) => it.trim());

const elsewhere: [path: string, code: string, message: string][] = [
  [
    "react/src/memory.ts",
    'export { it } from "@sojourn/core/memory";',
    "imports the root of @sojourn/core, and the entries of its features, only",
  ],
  [
    "react/src/deep.ts",
    'export { it } from "../../core/src/index.ts";',
    "imports the root of @sojourn/core, and the entries of its features, only",
  ],
  [
    "react/src/star.ts",
    'export * from "@sojourn/core";',
    "`export *` hides what a package exports",
  ],
  ["react/src/bare.ts", "export const it = 1;", "Say in a JSDoc comment what this export is"],
  [
    "react/src/nested.ts",
    "/** Documented. */\nexport function outer(): () => void {\n  function taken(): void {}\n  return taken;\n}",
    "core/src/session/taken.ts has a function named taken, too",
  ],
  [
    "react/src/nested-arrow.ts",
    "/** Documented. */\nexport function around(): () => void {\n  const taken = (): void => {};\n  return taken;\n}",
    "core/src/session/taken.ts has a function named taken, too",
  ],
  ["react/src/any.ts", "export const is = (it: any): boolean => !it;", "Unexpected `any`"],
];

const allowed: [path: string, code: string][] = [
  ["runtime/down.ts", 'export { it } from "../session/state/state.ts";'],
  ["runtime/same-folder.ts", 'export { it } from "./alarm.ts";'],
  ["mutations/down.ts", 'export { it } from "../api/http.ts";'],
  ["environment/browser/pure.ts", 'export { it } from "../../share-structure.ts";'],
  [
    "environment/browser/globals.ts",
    "export const it: unknown = [window.name, Date.now(), new Date()];",
  ],
  ["session/taken.ts", "export const taken = (): void => {};"],
  [
    "session/nested.ts",
    "export function own(): () => void {\n  const free = (): void => {};\n  return free;\n}",
  ],
  ["session/parse.ts", 'export const it: unknown = [Date.parse("2026-01-01"), new Date(0)];'],
  [
    "session/types.ts",
    "export type It = [typeof fetch, typeof Date.now, Window, BroadcastChannel];",
  ],
  ["api/parameter.ts", "export const it = (location: URL): string => location.href;"],
  [
    "api/overloads.ts",
    "export function it(): void;\nexport function it(a?: string): void {\n  void a;\n}",
  ],
];

const importing = (specifier: string): string =>
  `import { it } from "${specifier}";\nexport const value = it;`;
const valueOf = (expression: string): string => `export const value: unknown = ${expression};`;
const ambientPath = (expression: string): string =>
  `runtime/ambient-${ambient.indexOf(expression)}.ts`;

const folder = mkdtempSync(join(tmpdir(), "sojourn-lint-"));
const messages = new Map<string, string[]>();

function plant(path: string, code: string): void {
  mkdirSync(join(folder, "packages", dirname(path)), { recursive: true });
  writeFileSync(join(folder, "packages", path), `${code}\n`);
}

beforeAll(() => {
  for (const path of ["package.json", "oxlint.config.ts", "scripts/lint"]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));

  for (const [path, specifier] of upward) plant(`core/src/${path}`, importing(specifier));
  for (const it of ambient) plant(`core/src/${ambientPath(it)}`, valueOf(it));
  for (const [path, code] of elsewhere) plant(path, code);
  for (const [path, code] of allowed) plant(`core/src/${path}`, `/** Documented. */\n${code}`);

  const { stdout } = spawnSync("oxlint", ["--format=json", "packages"], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; message: string; help?: string }[];
  };
  for (const { filename, message, help = "" } of diagnostics) {
    const path = filename.replace(/^.*packages\//, "");
    messages.set(path, [...(messages.get(path) ?? []), `${message} ${help}`]);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the linter refuses", () => {
  test.each(upward)("%s importing %s", (path, _specifier, message) => {
    expect(messages.get(`core/src/${path}`)?.join()).toContain(message);
  });

  test.each(ambient)("%s in the core outside environment/", (expression) => {
    expect(messages.get(`core/src/${ambientPath(expression)}`)?.join()).toContain(
      "Only environment/ uses the platform",
    );
  });

  test.each(elsewhere)("%s: %s", (path, _code, message) => {
    expect(messages.get(path)?.join()).toContain(message);
  });
});

test.each(allowed)("the linter allows %s: %s", (path) => {
  expect(messages.get(`core/src/${path}`)).toBeUndefined();
});
