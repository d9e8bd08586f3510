import type { Node } from "@babel/types";
import type { Edit } from "../edit.ts";
import { keyOf } from "../parse/nodes.ts";
import type { Tree } from "../parse/parse.ts";
import { renameInSettings } from "./rename-in-program.ts";

/** The parts of a package.json that say something about modules to tools. */
const sections = new Set([
  "jest",
  "vitest",
  "babel",
  "imports",
  "browser",
  "alias",
  "eslintConfig",
]);

/** The edits that JSON settings need; of a package.json only what is for tools. */
export function renameInJson(tree: Tree, code: string, isPackageJson: boolean): Edit[] {
  const roots = isPackageJson ? sectionsOf(tree.root) : [tree.root];
  return roots.flatMap((root) => renameInSettings({ root, comments: [] }, code));
}

function sectionsOf(root: Node): Node[] {
  if (root.type !== "ObjectExpression") return [];
  return root.properties.filter((it) => sections.has(keyOf(it) ?? ""));
}
