import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { takeFromTarballs, type Tarballs } from "./tarballs.ts";

const codemod = join(import.meta.dirname, "../../../packages/codemod/dist/cli.js");
const left = new Set(["node_modules", ".git", ".next", ".turbo", "coverage", "storybook-static"]);

/** A place to look at, as the codemod's report has it. */
export interface Finding {
  path: string;
  line: number;
  rule: string;
  what: string;
}

/** A file, or a place in one, that the codemod could not read, or left alone. */
interface Skipped {
  path: string;
  line?: number;
  reason: string;
}

/** What the codemod has done with an app. Paths are relative to the folder that moves. */
export interface Moved {
  changes: { path: string }[];
  findings: Finding[];
  skipped: Skipped[];
}

/** Copies an app, without what is installed or built. */
export function copyApp(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !left.has(basename(path)) });
}

/**
 * Moves a copy by the codemod, and by nothing else. The copy has to be installed, so that libraries
 * are looked at; it has to be installed again after this.
 *
 * @param only the folder of the app that moves
 */
export function moveApp(folder: string, tarballs: Tarballs, only = "."): Moved {
  const part = join(folder, only);
  const args = [codemod, "--write", "--json", part];
  const printed = execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  // What the codemod's README says of `--json`.
  const moved = JSON.parse(printed) as Moved;
  const changed = moved.changes.map(({ path }) => join(part, path));
  const manifests = changed.filter((path) => basename(path) === "package.json").map(dirname);
  for (const it of new Set([folder, ...manifests])) takeFromTarballs(it, tarballs);
  return moved;
}
