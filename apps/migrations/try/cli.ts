import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type AppSettings, readSettings } from "./app.ts";
import { checksOf } from "./checks/checks.ts";
import { isUnbroken } from "./compare.ts";
import { copyApp, moveApp } from "./copies.ts";
import { install } from "./package-manager.ts";
import { describeComparison, describeFindings } from "./report.ts";
import { overrideByTarballs, packTarballs } from "./tarballs.ts";
import { type Copies, tryCheck } from "./try-check.ts";

const usage = `pnpm migrate:try PATH [options]

Copies an app twice, moves one of the copies by the codemod, and compares types, tests, build and
clicks. The app itself is not touched. Ends with 1 if something fails that did not fail before.

  --only FOLDER      move only this folder of the app
  --typecheck CMD    in place of its script "typecheck", or "tsc --noEmit"
  --test CMD         in place of its script "test"
  --build CMD        in place of its script "build"
  --start CMD        in place of its script "start"; the port is in $PORT
  --clicks FILE      what a user does, in place of its clicks.mjs
  --skip CHECKS      leave out some of: types,tests,build,clicks
  --keep             keep the copies, and say where they are
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    typecheck: { type: "string" },
    test: { type: "string" },
    build: { type: "string" },
    start: { type: "string" },
    clicks: { type: "string" },
    skip: { type: "string", default: "" },
    keep: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

/** pnpm runs scripts in the workspace's folder; a path is as the user's own shell has it. */
const fromUser = (path: string): string => resolve(process.env["INIT_CWD"] ?? ".", path);

async function tryApp(app: string): Promise<boolean> {
  const { keep, skip, help: _, clicks, ...commands } = values;
  const settings: AppSettings = {
    ...readSettings(app),
    ...commands,
    ...(clicks && { clicks: fromUser(clicks) }),
  };
  const folder = mkdtempSync(join(tmpdir(), "sojourn-migrate-"));
  const copies: Copies = { before: join(folder, "before"), after: join(folder, "after") };
  try {
    const findings = await prepare(app, copies, settings.only, folder);
    console.log(describeFindings(findings));
    let isFine = true;
    for (const check of checksOf(settings)) {
      if (skip.split(",").includes(check.name)) continue;
      const comparison = await tryCheck(check, copies);
      console.log(describeComparison(check.name, comparison));
      isFine &&= isUnbroken(comparison);
    }
    return isFine;
  } finally {
    if (keep) console.log(`kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(app: string, copies: Copies, only: string | undefined, folder: string) {
  const tarballs = packTarballs(folder);
  for (const copy of Object.values(copies)) {
    copyApp(app, copy);
    await install(copy);
  }
  const { findings } = moveApp(copies.after, tarballs, only);
  overrideByTarballs(copies.after, tarballs);
  await install(copies.after);
  return findings;
}

const [path, ...more] = positionals;
if (values.help || !path || more.length > 0) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  process.exitCode = (await tryApp(fromUser(path))) ? 0 : 1;
}
