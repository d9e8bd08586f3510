import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings } from "./app.ts";
import { checksOf } from "./checks/checks.ts";
import { exitCodeOf } from "./compare.ts";
import { copyApp, moveApp } from "./copies.ts";
import { type Options, readOptions, usage } from "./options.ts";
import type { Comparison } from "./outcome.ts";
import { install } from "./package-manager.ts";
import { describeComparison, describeMoved } from "./report.ts";
import { overrideByTarballs, packTarballs } from "./tarballs.ts";
import { type Copies, tryCheck } from "./try-check.ts";
import { UserError } from "./user-error.ts";

const nothing =
  "Nothing was compared: give what to run, by --typecheck, --test, --build, or --start with --clicks.";

/** @returns the code to end with */
async function tryApp(options: Options): Promise<number> {
  const settings = readSettings(options.app, options);
  const checks = checksOf(settings).filter(({ name }) => !options.skip.includes(name));
  if (checks.length === 0) throw new UserError(nothing);

  const folder = mkdtempSync(join(tmpdir(), "sojourn-migrate-"));
  const copies: Copies = { before: join(folder, "before"), after: join(folder, "after") };
  try {
    if (!(await prepare(options.app, copies, settings.only, folder))) return 1;
    const comparisons: Comparison[] = [];
    for (const check of checks) {
      const comparison = await tryCheck(check, copies, options.areAtOnce);
      console.log(describeComparison(check.name, comparison));
      comparisons.push(comparison);
    }
    const code = exitCodeOf(comparisons);
    if (code === 2) console.error(nothing);
    return code;
  } finally {
    if (options.isKept) console.log(`kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns whether what was moved can be installed */
async function prepare(app: string, copies: Copies, only: string | undefined, folder: string) {
  const tarballs = packTarballs(folder);
  for (const copy of Object.values(copies)) {
    copyApp(app, copy);
    await install(copy);
  }
  console.log(describeMoved(moveApp(copies.after, tarballs, only)));
  overrideByTarballs(copies.after, tarballs);
  try {
    await install(copies.after);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // It could be installed before the move.
    console.log(`install BROKEN       ${error.message}`);
    return false;
  }
}

async function run(): Promise<number> {
  // pnpm runs scripts in the workspace's folder; a path is as the user's own shell has it.
  const args = process.argv.slice(2);
  const options = readOptions(args, process.env["INIT_CWD"] ?? process.cwd());
  if (options) return tryApp(options);
  const isAskedFor = args.includes("--help") || args.includes("-h");
  console[isAskedFor ? "log" : "error"](usage);
  return isAskedFor ? 0 : 2;
}

try {
  process.exitCode = await run();
} catch (error) {
  // 1 says that the move broke something.
  process.exitCode = 2;
  console.error(error instanceof UserError ? error.message : error);
}
