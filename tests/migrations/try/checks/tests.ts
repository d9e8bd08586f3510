import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../app.ts";
import { type Command, toShell } from "../command.ts";
import { toName } from "../names.ts";
import type { Outcome } from "../outcome.ts";
import { endOf, runShell } from "../run-shell.ts";

/** The report of Jest, which Vitest writes, too. */
interface Report {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
}

const REPORT = "migrate-tests.json";

/** Runs the app's tests, one by one where Jest or Vitest runs them, else as one. */
export async function checkTests(folder: string, command: Command): Promise<Outcome> {
  const path = join(folder, REPORT);
  rmSync(path, { force: true });
  const { printed, code } = await runShell(
    folder,
    toShell(folder, command, reportingOptions(command.line)),
  );
  if (existsSync(path)) return readReport(readJson<Report>(path), folder);
  if (code === 0) return { passed: ["tests"], failed: [] };
  return { passed: [], failed: [{ name: "tests", text: endOf(printed) }] };
}

function reportingOptions(line: string): string {
  if (/\bjest\b/.test(line)) return `--ci --watchAll=false --json --outputFile=${REPORT}`;
  if (/\bvitest\b/.test(line)) return `--run --reporter=json --outputFile=${REPORT}`;
  return "";
}

function readReport({ testResults }: Report, folder: string): Outcome {
  const outcome: Outcome = { passed: [], failed: [] };
  for (const { name: file, status, message, assertionResults } of testResults) {
    const fileName = toName(file, folder);
    for (const it of assertionResults) {
      const name = `${fileName}: ${toName(it.fullName, folder)}`;
      if (it.status === "passed") outcome.passed.push(name);
      if (it.status !== "failed") continue;
      outcome.failed.push({ name, text: (it.failureMessages ?? []).join("\n") });
    }
    const isLoaded = assertionResults.length > 0 || status === "passed";
    if (!isLoaded) outcome.failed.push({ name: `${fileName}: does not load`, text: message });
  }
  return outcome;
}
