import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Command } from "./command.ts";
import type { Options } from "./options.ts";
import { UserError } from "./user-error.ts";

/** How one app is tried. */
export interface AppSettings {
  /** Only this folder of the app moves. */
  only?: string | undefined;
  /** The commands; without one its check is left out. */
  typecheck?: Command | undefined;
  test?: Command | undefined;
  build?: Command | undefined;
  start?: Command | undefined;
  /** The file with what a user does, absolute. */
  clicks?: string | undefined;
}

interface Manifest {
  scripts?: Record<string, string>;
}

/** Finds out from an app's own files how it is tried, and from what its user says. */
export function readSettings(
  folder: string,
  { commands = {}, clicks, only }: Partial<Options> = {},
): AppSettings {
  const has = (name: string): boolean => existsSync(join(folder, name));
  if (!has("package.json")) throw new UserError(`${folder} has no package.json.`);
  const { scripts = {} } = readJson<Manifest>(join(folder, "package.json"));
  const own = has("migrate.json") ? readJson<{ only?: string }>(join(folder, "migrate.json")) : {};

  function commandOf(name: keyof typeof commands): Command | undefined {
    const given = commands[name];
    if (given) return { line: given };
    const line = scripts[name];
    return line ? { line, script: name } : undefined;
  }

  const start = commandOf("start");
  if (clicks && !start) {
    throw new UserError(`--clicks: the app has no script "start": say by --start what serves it.`);
  }
  const compile = has("tsconfig.json") ? { line: "tsc --noEmit" } : undefined;
  return {
    only: readPart(folder, only ?? own.only),
    typecheck: commandOf("typecheck") ?? compile,
    test: commandOf("test"),
    build: commandOf("build"),
    start,
    clicks: clicks ?? (has("clicks.mjs") ? join(folder, "clicks.mjs") : undefined),
  };
}

/** A part of an app has to be in it: what is outside is not copied. */
function readPart(folder: string, part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  const path = resolve(folder, part);
  const isOutside = relative(folder, path).split(/[\\/]/)[0] === "..";
  if (!isOutside && statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    return relative(folder, path) || ".";
  }
  throw new UserError(`--only: ${part} is no folder of the app.`);
}

export function readJson<T>(path: string): T {
  const text = readFileSync(path, "utf8");
  try {
    // The file is what its reader says; what it lacks is asked for where it is used.
    return JSON.parse(text) as T;
  } catch (error) {
    throw new UserError(`${path}: ${String(error).replaceAll("\n", " ")}`);
  }
}
