import type { Node } from "@babel/types";
import type { Edit } from "../edit.ts";
import { keyOf, propertiesOf, startOf } from "../parse/nodes.ts";
import { spaceBefore } from "./space.ts";

const after = ["devDependencies", "peerDependencies", "optionalDependencies"];
const before = ["name", "version", "private", "description", "type", "scripts"];

/** Returns the edits that add the group `dependencies` to a package.json without one. */
export function addGroup(root: Node, code: string, packages: [string, string][]): Edit[] {
  const entries = propertiesOf(root);
  const space = spaceIn(root, code);
  const entry = `"dependencies": ${print(packages, space)}`;

  const next = entries.find((it) => after.includes(keyOf(it) ?? ""));
  if (next) return [insertAt(startOf(next), `${entry},${space}`)];
  const last = entries.findLast((it) => before.includes(keyOf(it) ?? "")) ?? entries.at(-1);
  if (last) return [insertAt(last.end ?? 0, `,${space}${entry}`)];
  return [replace(root, `{${space}${entry}${space.replace(/[ \t]+$/, "")}}`)];
}

/** Returns the edits that fill an empty group. */
export function fillGroup(
  root: Node,
  group: Node,
  code: string,
  packages: [string, string][],
): Edit[] {
  return [replace(group, print(packages, spaceIn(root, code)))];
}

function print(packages: [string, string][], space: string): string {
  const [, indentation = ""] = /\n(.*)$/.exec(space) ?? [];
  const entries = packages.map((it) => it.map((text) => JSON.stringify(text)).join(": "));
  const inner = space + indentation;
  return `{${inner}${entries.join(`,${inner}`)}${space}}`;
}

/** Returns the space before each entry: as in the file, or as npm writes it. */
function spaceIn(root: Node, code: string): string {
  const [first] = propertiesOf(root);
  return first ? spaceBefore(code, startOf(first)) : "\n  ";
}

function insertAt(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function replace(node: Node, text: string): Edit {
  return { start: startOf(node), end: node.end ?? 0, text };
}
