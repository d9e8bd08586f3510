import { mkdirSync, readdirSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Change } from "../report.ts";

/** Changes and moves the files of an app. Removes folders that become empty. */
export function writeChanges(folder: string, changes: Change[]): void {
  for (const { path, movesTo, after } of changes) {
    const from = join(folder, path);
    const to = join(folder, movesTo ?? path);
    if (movesTo !== undefined) {
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
      removeIfEmpty(dirname(from));
    }
    writeFileSync(to, after);
  }
}

function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeIfEmpty(dirname(folder));
}
