import type { Comment } from "@babel/types";
import type { Edit } from "../edit.ts";
import { renameInSetting, renameModule } from "../names.ts";
import { startOf, textOf } from "../parse/nodes.ts";
import type { Tree } from "../parse/parse.ts";
import { visit } from "../parse/visit.ts";
import { isAugmentation } from "./augmentation.ts";
import { moduleNameIn } from "./module-names.ts";

/**
 * Returns the edits of a program: of each module that is imported, declared, required or mocked.
 */
export function renameInProgram({ root, comments }: Tree, rename = renameModule): Edit[] {
  const edits: Edit[] = [];
  visit(root, (node, ancestors) => {
    const name = isAugmentation(node, ancestors) ? undefined : moduleNameIn(node);
    const text = name && rename(name.value);
    if (name && text !== undefined && text !== name.value) {
      edits.push({ start: name.start, end: name.end, text });
    }
  });
  return [...edits, ...comments.flatMap(editsInComment)];
}

/**
 * Returns the further edits of settings, where any text or regular expression may name a module.
 */
export function renameInSettings({ root }: Tree, code: string): Edit[] {
  const edits: Edit[] = [];
  const change = (start: number, end: number): void => {
    const raw = code.slice(start, end);
    const text = renameInSetting(raw);
    if (text !== raw) edits.push({ start, end, text });
  };
  visit(root, (node, ancestors) => {
    if (isAugmentation(ancestors.at(-1), ancestors)) return;
    if (node.type === "RegExpLiteral") {
      change(startOf(node) + 1, startOf(node) + 1 + node.pattern.length);
    } else if (node.type === "TemplateElement") {
      change(startOf(node), node.end ?? 0);
    } else {
      const text = textOf(node);
      if (text) change(text.start, text.end);
    }
  });
  return edits;
}

const inJsDoc = [
  /\bimport\(\s*["']([^"']+)["']\s*\)/g,
  /@import\s[^@]*?\bfrom\s*["']([^"']+)["']/g,
];
const inReference = [/^\/\s*<reference\s[^>]*?\btypes=["']([^"']+)["']/g];

/** Returns the edits of a comment. Only comments that a compiler reads are changed. */
function editsInComment({ type, value, start = 0 }: Comment): Edit[] {
  const isJsDoc = type === "CommentBlock" && value.startsWith("*");
  const patterns = isJsDoc ? inJsDoc : type === "CommentLine" ? inReference : [];
  return patterns.flatMap((pattern) =>
    Array.from(value.matchAll(pattern), (found) => {
      const [whole, name = ""] = found;
      const at = start + 2 + found.index + whole.lastIndexOf(name);
      return { start: at, end: at + name.length, text: renameModule(name) };
    }).filter((it) => it.text !== value.slice(it.start - start - 2, it.end - start - 2)),
  );
}
