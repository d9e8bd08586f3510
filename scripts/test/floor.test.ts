import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../packages.ts";

/** What one of the oldest browsers lacks. */
const tooNew = [
  `URL.canParse("/")`,
  `[2, 1].toSorted()`,
  `[1].with(0, 2)`,
  `Array.fromAsync([])`,
  `AbortSignal.any([])`,
  `Promise.try(() => 1)`,
  `Promise.withResolvers()`,
  `Object.groupBy([], String)`,
  `new Set().union(new Set())`,
  `Iterator.from([])`,
  `/[\\p{L}--[a-z]]/v`,
  `"a".isWellFormed()`,
  `requestIdleCallback(() => {})`,
  `new CompressionStream("gzip")`,
  `cookieStore.get("a")`,
];

/** What all of them have, if one has to look for it where the page is not secure. */
const allowed = [
  `navigator.locks?.request("a", () => {})`,
  `document.prerendering`,
  `performance.getEntriesByType?.("navigation")`,
  `new BroadcastChannel("a")`,
  `structuredClone({})`,
  `[1].at(-1)`,
  `Object.hasOwn({}, "a")`,
  `[1].map(String).filter(Boolean).find(String)`,
];

const lines = [...tooNew, ...allowed];
let folder: string;
const messages = new Map<string | undefined, string>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sojourn-floor-"));
  const file = join(folder, "planted.js");
  writeFileSync(file, `${lines.join(";\n")};\n`);
  const { stdout } = spawnSync(
    "oxlint",
    ["-c", "scripts/floor.config.ts", "--no-ignore", "--format", "json", file],
    { cwd: root, encoding: "utf8" },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { message: string; labels: { span: { line: number } }[] }[];
  };
  for (const { message, labels } of diagnostics)
    messages.set(lines[(labels[0]?.span.line ?? 0) - 1], message);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(tooNew)("%s is too new", (code) => {
  expect(messages.get(code)).toMatch(/not supported in|is forbidden|exceeds/);
});

test.each(allowed)("%s may be used", (code) => {
  expect(messages.get(code)).toBeUndefined();
});
