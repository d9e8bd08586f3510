#!/usr/bin/env node
import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeChanges } from "./files/write-changes.ts";
import { migrate } from "./migrate.ts";
import { printJson, printReport } from "./print.ts";

const usage = `sojourn-codemod [folder] [options]

Moves an app from next-auth/react to @sojourn/react: shows what would change, and what to look at.

  --write     change the files
  --json      print a report for scripts
  --version   print the version
  --help      print this
`;

function readVersion(): string {
  const path = new URL("../package.json", import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

function run(args: string[]): string {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      write: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
    },
  });
  if (values.help) return usage;
  if (values.version) return `${readVersion()}\n`;

  const [folder = ".", ...more] = positionals;
  if (more.length > 0) throw new Error("One folder at a time.");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${folder} is no folder.`);
  }
  const report = migrate(folder, `^${readVersion()}`);
  if (values.write) writeChanges(folder, report.changes);
  return values.json ? printJson(report, values.write) : printReport(report, values.write);
}

try {
  process.stdout.write(run(process.argv.slice(2)));
} catch (error) {
  console.error(`${(error as Error).message}\n\n${usage}`);
  process.exitCode = 2;
}
