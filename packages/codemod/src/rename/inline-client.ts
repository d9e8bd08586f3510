import type { Node } from "@babel/types";
import type { Edit } from "../edit.ts";
import { renameInSetting } from "../names.ts";
import { keyOf, startOf, textOf } from "../parse/nodes.ts";
import type { Tree } from "../parse/parse.ts";
import { visit } from "../parse/visit.ts";

// Vitest compares the paths of files with its list.
const theirs = "/node_modules/next-auth/react.js";
const ours = "/node_modules/@sojourn/react/dist/index.js";

/** Whether Vitest transforms the client, before or after the change. */
export function inlinesClient({ root }: Tree): boolean {
  return listsIn(root).some((list) => list.some((it) => takes(it, theirs) || takes(it, ours)));
}

/** Returns the edits that make Vitest transform `@sojourn/react` if it transforms next-auth. */
export function inlineClient({ root }: Tree, code: string): Edit[] {
  return listsIn(root).flatMap((list) => {
    const entry = list.find((it) => takes(it, theirs));
    if (!entry || list.some((it) => takes(it, ours))) return [];
    const [start, end] = [startOf(entry), entry.end ?? 0];
    const before = code.slice(0, start);
    const isInList = /[[,]\s*$/.test(before);
    const space = (isInList && /\s+$/.exec(before)?.[0]) || " ";
    const quote = /["']/.exec(code.slice(start, end))?.[0] ?? /["']/.exec(code)?.[0] ?? '"';
    const text = `,${space}${quote}@sojourn/react${quote}`;
    if (isInList) return [{ start: end, end, text }];
    return [
      { start, end: start, text: "[" },
      { start: end, end, text: `${text}]` },
    ];
  });
}

/** Returns the lists of `deps.inline` and `noExternal`. Vitest uses both. */
function listsIn(root: Node): Node[][] {
  const lists: Node[][] = [];
  visit(root, (node, ancestors) => {
    if (node.type !== "ObjectProperty") return;
    const key = keyOf(node);
    const isList = key === "noExternal" || (key === "inline" && keyOf(ancestors.at(-2)) === "deps");
    if (!isList) return;
    const { value } = node;
    const entries = value.type === "ArrayExpression" ? value.elements : [value];
    lists.push(entries.filter((it) => it !== null));
  });
  return lists;
}

/** Whether an entry matches a file, after its name is changed. */
function takes(entry: Node, path: string): boolean {
  const text = textOf(entry)?.value;
  if (text !== undefined) return path.includes(`/node_modules/${renameInSetting(text)}`);
  if (entry.type !== "RegExpLiteral") return false;
  try {
    return new RegExp(renameInSetting(entry.pattern), entry.flags).test(path);
  } catch {
    return false;
  }
}
