import { toName } from "../names.ts";
import type { Failure, Outcome } from "../outcome.ts";
import { endOf, runShell } from "../run-shell.ts";

// As `file(12,5): error TS2345: …`, or in the pretty form `file:12:5 - error TS2345: …`.
const ERROR = /^(.+?)[(:](\d+)[,:]\d+\)?(?::| -) error (TS\d+): (.*)$/;
const GLOBAL_ERROR = /^error (TS\d+): (.*)$/;

/** Compiles an app. An error's place is its line: the move changes no lines, but columns. */
export async function checkTypes(folder: string, command: string): Promise<Outcome> {
  const { printed, code } = await runShell(folder, command);
  const failed = printed.split("\n").flatMap((line) => readError(line, folder));
  if (code === 0) return { passed: ["compiles"], failed: [] };
  if (failed.length > 0) return { passed: [], failed };
  return { passed: [], failed: [{ name: "does not run", text: endOf(printed) }] };
}

function readError(line: string, folder: string): Failure[] {
  const [, path, row, code] = ERROR.exec(line) ?? [];
  if (path) return [{ name: `${toName(path, folder)}:${row} ${code}`, text: line }];
  const [, globalCode] = GLOBAL_ERROR.exec(line) ?? [];
  return globalCode ? [{ name: globalCode, text: line }] : [];
}
