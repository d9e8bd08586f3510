import { withoutCode } from "./anchors.ts";

/** The line between a table's header and its rows. */
const RULE = /^\|[\s:|-]+\|$/;
const FRONT_MATTER = /^---\n[^]*?\n---\n/;
const ITEM = /^ *(?:[-*]|\d+\.) +/;

/**
 * Returns the rows and items that stand more than once in one table or list of a Markdown page, as a
 * merge may leave them.
 */
export function repeatedLinesOf(page: string): string[] {
  const found = new Set<string>();
  let known = new Set<string>();
  let wasRow = false;
  for (const line of withoutCode(page.replace(FRONT_MATTER, "")).split("\n")) {
    const isRow = line.startsWith("|");
    const isItem = ITEM.test(line);
    // A list may have empty lines, and more lines of an item, which are indented.
    const goesOn = isRow ? wasRow : !wasRow && (isItem || !line || line.startsWith(" "));
    if (!goesOn) known = new Set();
    wasRow = isRow;
    if (!(isRow || isItem) || RULE.test(line)) continue;
    const text = line.replace(ITEM, "").replaceAll(/\s+/g, " ").trim();
    if (known.has(text)) found.add(text);
    known.add(text);
  }
  return [...found];
}
