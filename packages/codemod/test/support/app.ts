import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { writeChanges } from "../../src/files/write-changes.ts";
import { listFiles } from "../../src/files/list-files.ts";
import { migrate } from "../../src/migrate.ts";
import type { Report } from "../../src/report.ts";

export type Files = Record<string, string>;

/** Writes a small app into a folder of its own, until the test is over. */
export function createApp(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-codemod-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The files of an app as they are now. */
export function readApp(folder: string): Files {
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  return Object.fromEntries(listFiles(folder).map((it) => [it, read(it)]));
}

export function report(files: Files): Report {
  return migrate(createApp(files), "^1.2.3");
}

/** The app after a run; a second one has to find nothing to change, and the same to look at. */
export function move(files: Files): Files {
  const folder = createApp(files);
  const first = migrate(folder, "^1.2.3");
  writeChanges(folder, first.changes);
  const second = migrate(folder, "^1.2.3");
  if (second.changes.length > 0) {
    throw new Error(`changed again: ${second.changes.map((it) => it.path).join(", ")}`);
  }
  return readApp(folder);
}

/** A single file after a run. */
export function moveFile(path: string, text: string): string {
  return move({ [path]: text })[path] ?? "";
}

/** What there is to look at, as `rule path:line`. */
export function findingsOf(files: Files): string[] {
  return report(files).findings.map(({ rule, path, line }) => `${rule} ${path}:${line}`);
}
