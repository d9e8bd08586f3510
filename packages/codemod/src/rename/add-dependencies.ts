import type { Node } from "@babel/types";
import type { Edit } from "../edit.ts";
import { keyOf, propertiesOf, propertyOf, startOf, textOf } from "../parse/nodes.ts";
import type { Tree } from "../parse/parse.ts";
import { isShim } from "../shims.ts";
import { addGroup, fillGroup } from "./add-group.ts";
import { spaceBefore } from "./space.ts";

const groups = [
  "dependencies",
  "devDependencies",
  "peerDependencies",
  "optionalDependencies",
] as const;

/** Whether a package.json has a package as a dependency of any group. */
export function dependsOn({ root }: Tree, name: string): boolean {
  return groups.some((group) => propertyOf(propertyOf(root, group), name) !== undefined);
}

/** Whether a package.json is that of a package, or has dependencies. */
export function isOfPackage(tree: Tree | undefined): boolean {
  return ["name", "private", "scripts", ...groups].some((it) => propertyOf(tree?.root, it));
}

/** Returns the edits that add packages to each group of a package.json that has next-auth. */
export function addDependencies(tree: Tree, code: string, packages: Map<string, string>): Edit[] {
  const missing = [...packages].filter(([name]) => !dependsOn(tree, name));
  const all = groups.map((it) => propertyOf(tree.root, it));
  const beside = all.filter((it) => propertyOf(it, "next-auth") !== undefined);
  if (missing.length === 0) return [];
  // Without next-auth in any group, the packages become dependencies.
  const places = (beside.length > 0 ? beside : all.slice(0, 1)).filter((it) => it !== undefined);
  if (places.length === 0) return addGroup(tree.root, code, missing);
  return places.flatMap((it) => {
    const entries = propertiesOf(it);
    if (entries.length === 0) return fillGroup(tree.root, it, code, missing);
    return missing.flatMap(([name, range]) => insert(entries, code, name, range));
  });
}

/** Returns the edits that add a package next to next-auth's shim, which needs it and does not install it. */
export function addBesideShim(tree: Tree, code: string, name: string, range: string): Edit[] {
  if (dependsOn(tree, name)) return [];
  const all = groups.map((it) => propertyOf(tree.root, it));
  const beside = all.filter((it) => isShim(textOf(propertyOf(it, "next-auth"))?.value ?? ""));
  return beside.flatMap((it) => insert(propertiesOf(it), code, name, range));
}

function insert(entries: Node[], code: string, name: string, range: string): Edit[] {
  const names = entries.map((it) => keyOf(it) ?? "");
  const isSorted = names.every((it, index) => index === 0 || (names[index - 1] ?? "") <= it);
  const index = isSorted ? names.findIndex((it) => it > name) : names.indexOf("next-auth");
  const entry = `${JSON.stringify(name)}: ${JSON.stringify(range)}`;

  const next = entries[index];
  if (next) {
    const at = startOf(next);
    return [{ start: at, end: at, text: `${entry},${spaceBefore(code, at)}` }];
  }
  const last = entries.at(-1);
  if (!last) return [];
  const end = last.end ?? 0;
  return [{ start: end, end, text: `,${spaceBefore(code, startOf(last))}${entry}` }];
}
