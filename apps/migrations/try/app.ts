import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How one app is tried. */
export interface AppSettings {
  /** Only this folder of the app moves. */
  only?: string | undefined;
  /** The commands; without one its check is left out. */
  typecheck?: string | undefined;
  test?: string | undefined;
  build?: string | undefined;
  start?: string | undefined;
  /** The file with what a user does, absolute. */
  clicks?: string | undefined;
}

interface Manifest {
  scripts?: Record<string, string>;
}

/** Finds out from an app's own files how it is tried. */
export function readSettings(folder: string): AppSettings {
  const has = (name: string): boolean => existsSync(join(folder, name));
  const { scripts = {} } = readJson<Manifest>(join(folder, "package.json"));
  const own = has("migrate.json") ? readJson<{ only?: string }>(join(folder, "migrate.json")) : {};

  return {
    only: own.only,
    typecheck: scripts["typecheck"] ?? (has("tsconfig.json") ? "tsc --noEmit" : undefined),
    test: scripts["test"],
    build: scripts["build"],
    start: scripts["start"],
    clicks: has("clicks.mjs") ? join(folder, "clicks.mjs") : undefined,
  };
}

export function readJson<T>(path: string): T {
  // The file is what its reader says; what it lacks is asked for where it is used.
  return JSON.parse(readFileSync(path, "utf8")) as T;
}
