import { type Command, toShell } from "../command.ts";
import { toName } from "../names.ts";
import type { Failure, Outcome } from "../outcome.ts";
import { endOf, runShell } from "../run-shell.ts";

// As `file(12,5): error TS2345: …`, or in the pretty form `file:12:5 - error TS2345: …`.
const ERROR = /^(.+?)[(:](\d+)[,:]\d+\)?(?::| -) error (TS\d+): (.*)$/;
const GLOBAL_ERROR = /^error (TS\d+): (.*)$/;

const READS = "the compiler reads the app";

/** Compiles an app. An error's place is its line: the move changes no lines, but columns. */
export async function checkTypes(folder: string, command: Command): Promise<Outcome> {
  const { printed, code } = await runShell(folder, toShell(folder, command));
  const failed = printed.split("\n").flatMap((line) => readError(line, folder));
  if (code === 0) return { passed: [READS, "compiles"], failed: [] };
  // An error without a place is one of the settings: nothing else was looked at then.
  const hasRead = failed.some(({ name }) => name.includes(" "));
  if (failed.length > 0) return { passed: hasRead ? [READS] : [], failed };
  return { passed: [], failed: [{ name: "does not run", text: endOf(printed) }] };
}

function readError(line: string, folder: string): Failure[] {
  const [, path, row, code] = ERROR.exec(line) ?? [];
  if (path) return [{ name: `${toName(path, folder)}:${row} ${code}`, text: line }];
  const [, globalCode] = GLOBAL_ERROR.exec(line) ?? [];
  return globalCode ? [{ name: globalCode, text: line }] : [];
}
