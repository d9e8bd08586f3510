import type { Moved } from "./copies.ts";
import { conclusionOf } from "./compare.ts";
import type { Comparison, Failure } from "./outcome.ts";

/** Says in lines how a check went before and after the move. */
export function describeComparison(check: string, comparison: Comparison): string {
  const { kept, broken, lost, mended, known, uncompared } = comparison;
  const conclusion = conclusionOf(comparison);
  const counts = `${kept} held, ${broken.length} new, ${lost.length} lost, ${mended.length} mended, ${known.length} failed before too`;
  const why = conclusion === "not compared" ? [indent(uncompared ?? "")] : [];
  return [
    `${check.padEnd(8)}${conclusion.padEnd(13)}${why.length > 0 ? "nothing held before the move:" : counts}`,
    ...why,
    ...broken.map((it) => indent(`new: ${describeFailure(it)}`)),
    ...lost.map((name) => indent(`lost: ${name}`)),
    ...mended.map((name) => indent(`mended: ${name}`)),
    ...known.map((name) => indent(`failed before too: ${name}`)),
  ].join("\n");
}

/** Says in lines what the codemod wants a person to look at, and what it could not do. */
export function describeMoved({ findings, skipped }: Moved): string {
  const counts = [
    findings.length > 0 ? `${findings.length} to look at` : "nothing to look at",
    ...(skipped.length > 0 ? [`${skipped.length} left alone`] : []),
  ];
  return [
    `codemod ${counts.join(", ")}`,
    ...findings.map(({ path, line, rule }) => indent(`${path}:${line} ${rule}`)),
    ...skipped.map(({ path, line, reason }) =>
      indent(`left alone: ${path}${line === undefined ? "" : `:${line}`}: ${reason}`),
    ),
  ].join("\n");
}

function describeFailure({ name, text }: Failure): string {
  return text.startsWith(name) ? text : `${name}\n${text}`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "        ");
}
