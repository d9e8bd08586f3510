/** What pages take from other files of the repository, so that it is written once. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drawComparison } from "../../../bench/report/readme.ts";
import type { Results } from "../../../bench/results.ts";
import { readJson, root } from "../../../scripts/packages.ts";
import { toSiteLinks } from "./links.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** The text of a file after one line, until another, or to its end. */
function cut(file: string, after: string, until?: string): string {
  const text = read(file);
  const from = text.indexOf(after);
  const to = until ? text.indexOf(until, from) : text.length;
  if (from < 0 || to < 0) throw new Error(`${file} has no part from ${after} to ${until}.`);
  return toSiteLinks(text.slice(from + after.length, to), file).trim();
}

/** The parts by the name of the comment that marks their place in a page. */
const parts: Record<string, () => string> = {
  bench: () => drawComparison(readJson<Results>("bench/results.json"), "all"),
  ahead: () => cut("bench/RESULTS.md", "## Where peers are ahead\n"),
  changelog: () => cut("CHANGELOG.md", "# Changelog\n"),
  laws: () => cut("docs/laws.md", "## The twelve laws\n", "## The 37 promises"),
  migrating: () => cut("packages/react/MIGRATING.md", "<!-- shared -->"),
  security: () => cut("SECURITY.md", "## What is trusted, and with what\n"),
};

/** Puts the parts that a page names, as `<!-- bench -->`, into their places. */
export function fillIn(page: string): string {
  return page.replaceAll(
    /^<!-- ([a-z]+) -->$/gm,
    (whole, name: string) => parts[name]?.() ?? whole,
  );
}
