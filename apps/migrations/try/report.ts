import type { Finding } from "./copies.ts";
import { isUnbroken } from "./compare.ts";
import type { Comparison, Failure } from "./outcome.ts";

/** Says in lines how a check went before and after the move. */
export function describeComparison(check: string, comparison: Comparison): string {
  const { kept, broken, lost, mended, known } = comparison;
  const verdict = isUnbroken(comparison) ? "as before" : "BROKEN";
  const counts = `${kept} held, ${broken.length} new, ${lost.length} lost, ${mended.length} mended, ${known.length} failed before too`;
  return [
    `${check.padEnd(8)}${verdict.padEnd(11)}${counts}`,
    ...broken.map((it) => indent(`new: ${describeFailure(it)}`)),
    ...lost.map((name) => indent(`lost: ${name}`)),
    ...mended.map((name) => indent(`mended: ${name}`)),
    ...known.map((name) => indent(`failed before too: ${name}`)),
  ].join("\n");
}

/** Says in lines what the codemod wants a person to look at. */
export function describeFindings(findings: Finding[]): string {
  if (findings.length === 0) return "codemod nothing to look at";
  const lines = findings.map(({ path, line, rule }) => indent(`${path}:${line} ${rule}`));
  return [`codemod ${findings.length} to look at`, ...lines].join("\n");
}

function describeFailure({ name, text }: Failure): string {
  return text.startsWith(name) ? text : `${name}\n${text}`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "        ");
}
