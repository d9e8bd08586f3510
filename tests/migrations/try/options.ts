import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkNames, type CheckName } from "./checks/checks.ts";
import { UserError } from "./user-error.ts";

export const usage = `pnpm migrate:try PATH [options]

Copies an app twice, moves one of the copies by the codemod, and compares types, tests, build and
clicks. The app itself is not touched. Ends with 1 if something fails that did not fail before, and
with 2 if nothing could be compared.

  --only FOLDER      move only this folder of the app
  --typecheck CMD    in place of its script "typecheck", or "tsc --noEmit"
  --test CMD         in place of its script "test"
  --build CMD        in place of its script "build"
  --start CMD        in place of its script "start"; the port is in $PORT
  --clicks FILE      what a user does, in place of its clicks.mjs
  --skip CHECKS      leave out some of: ${checkNames.join(",")}
  --at-once          test, build and click in both copies at once, and not one after the other
  --keep             keep the copies, and say where they are
`;

/** What was asked for. */
export interface Options {
  /** The app's folder, absolute. */
  app: string;
  only?: string | undefined;
  /** Command lines in place of the app's scripts. */
  commands: Partial<Record<"typecheck" | "test" | "build" | "start", string>>;
  /** Absolute. */
  clicks?: string | undefined;
  skip: CheckName[];
  areAtOnce: boolean;
  isKept: boolean;
}

/**
 * Reads the command line; `undefined` if it asks for help, or names no app.
 *
 * @param from the folder that relative paths are of
 * @throws UserError
 */
export function readOptions(args: string[], from: string): Options | undefined {
  const { values, positionals } = parse(args);
  const [path, ...more] = positionals;
  if (values.help || path === undefined) return undefined;
  if (more.length > 0) throw new UserError("One app at a time.");

  const app = resolve(from, path);
  if (!statSync(app, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UserError(`${app} is no folder.`);
  }
  const { keep: isKept, "at-once": areAtOnce, skip, only, clicks, help: _, ...commands } = values;
  return {
    ...{ app, only, commands, isKept, areAtOnce },
    clicks: clicks === undefined ? undefined : readClicks(resolve(from, clicks)),
    skip: skip.split(",").flatMap(readCheckName),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        only: { type: "string" },
        typecheck: { type: "string" },
        test: { type: "string" },
        build: { type: "string" },
        start: { type: "string" },
        clicks: { type: "string" },
        skip: { type: "string", default: "" },
        "at-once": { type: "boolean", default: false },
        keep: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new UserError((error as Error).message);
  }
}

function readClicks(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  throw new UserError(`--clicks: ${path} is no file.`);
}

function readCheckName(text: string): CheckName[] {
  const name = text.trim();
  if (name === "") return [];
  const known = checkNames.find((it) => it === name);
  if (known) return [known];
  throw new UserError(`--skip: ${name} is none of ${checkNames.join(", ")}.`);
}
