import { formatPatch, structuredPatch } from "diff";
import { isManifest } from "./files/kind-of-file.ts";
import { type RuleName, rules } from "./look/rules.ts";
import type { Change, Finding, Report } from "./report.ts";

const guide = "@sojourn/react/MIGRATING.md";

/** Prints a change as a diff that git accepts. */
function printChange({ path, movesTo = path, before, after }: Change): string {
  const patch = structuredPatch(`a/${path}`, `b/${movesTo}`, before, after);
  return formatPatch({ ...patch, isGit: true, isRename: movesTo !== path });
}

/**
 * Prints a report for people: the diff, the places to look at by rule, what was skipped, and what
 * to do next.
 */
export function printReport({ changes, findings, skipped }: Report, isWritten: boolean): string {
  const diff = isWritten ? changes.map(printName) : changes.map(printChange);
  const left = skipped.map(
    ({ path, line, reason }) => `  ${path}${line === undefined ? "" : `:${line}`}: ${reason}\n`,
  );
  return [
    diff.join(""),
    findings.length > 0 ? `To look at:\n\n${printFindings(findings)}` : "",
    left.length > 0 ? `Left alone:\n\n${left.join("")}` : "",
    `${summarize(changes, isWritten)} ${summarizeFindings(findings.length)}\n`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** Prints a report for scripts. */
export function printJson({ changes, findings, skipped }: Report, isWritten: boolean): string {
  const report = {
    isWritten,
    changes: changes.map((it) => ({
      ...{ path: it.path, movesTo: it.movesTo, diff: printChange(it) },
    })),
    findings: findings.map(({ path, line, rule }) => {
      const { what, why, anchor } = rules[rule];
      return { path, line, rule, what, why, link: `${guide}#${anchor}` };
    }),
    skipped,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function printName({ path, movesTo }: Change): string {
  return `changed ${path}${movesTo === undefined ? "" : `, now ${movesTo}`}\n`;
}

function printFindings(findings: Finding[]): string {
  const names = (Object.keys(rules) as RuleName[]).filter((name) =>
    findings.some((it) => it.rule === name),
  );
  return names
    .map((name) => {
      const { what, why, anchor } = rules[name];
      const places = findings.filter((it) => it.rule === name);
      const lines = places.map(({ path, line }) => `    ${path}:${line}\n`);
      return `  ${what} ${why}\n  See ${guide}#${anchor}\n${lines.join("")}`;
    })
    .join("\n");
}

function summarize(changes: Change[], isWritten: boolean): string {
  const count = changes.length;
  const files = count === 1 ? "1 file" : `${count} files`;
  if (count === 0) return "Nothing to change.";
  if (!isWritten) return `${files} to change: add --write to do it.`;
  return `${files} changed${changes.some((it) => isManifest(it.path)) ? ": install now" : ""}.`;
}

function summarizeFindings(count: number): string {
  if (count === 0) return "Nothing to look at.";
  return count === 1 ? "1 place to look at." : `${count} places to look at.`;
}
