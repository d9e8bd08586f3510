import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The root of the git repository that a folder is in. */
export function findRepository(folder: string): string | undefined {
  return foldersFrom(resolve(folder)).find((it) => existsSync(join(it, ".git")));
}

/** The nearest package.json above a folder, relative to it; not beyond the git repository, if it is in one. */
export function findManifestAbove(folder: string): string | undefined {
  const folders = foldersFrom(resolve(folder));
  const last = folders.indexOf(findRepository(folder) ?? "");
  const within = last < 0 ? folders : folders.slice(0, last + 1);
  const steps = within.findIndex((it, index) => index > 0 && existsSync(join(it, "package.json")));
  return steps < 0 ? undefined : `${"../".repeat(steps)}package.json`;
}

/** A folder, and those above it. */
function foldersFrom(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersFrom(above)];
}
