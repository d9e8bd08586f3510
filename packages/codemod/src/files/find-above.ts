import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Returns the root of a folder's git repository. */
export function findRepository(folder: string): string | undefined {
  return foldersFrom(resolve(folder)).find((it) => existsSync(join(it, ".git")));
}

/**
 * Returns the path of the nearest package.json above a folder, relative to the folder. It does not
 * search outside of the folder's git repository.
 */
export function findManifestAbove(folder: string): string | undefined {
  const folders = foldersFrom(resolve(folder));
  const last = folders.indexOf(findRepository(folder) ?? "");
  const within = last < 0 ? folders : folders.slice(0, last + 1);
  const steps = within.findIndex((it, index) => index > 0 && existsSync(join(it, "package.json")));
  return steps < 0 ? undefined : `${"../".repeat(steps)}package.json`;
}

/** Returns a folder and all folders above it. */
function foldersFrom(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersFrom(above)];
}
