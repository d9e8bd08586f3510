import type { Node } from "@babel/types";
import type { Edit } from "../edit.ts";
import { propertyOf, textOf } from "../parse/nodes.ts";
import type { Tree } from "../parse/parse.ts";
import { shimFor } from "../shims.ts";

// Peer dependencies are left out, because another package installs them. With an override, the shim
// would be replaced again, or npm would fail.
const groups = ["dependencies", "devDependencies", "optionalDependencies"];

/**
 * Returns the edits that make a package.json install the shim as next-auth; none if that is not
 * possible.
 */
export function installShim({ root }: Tree): Edit[] {
  if (isOverridden(root)) return [];
  const ranges = groups.flatMap((it) => {
    const range = textOf(propertyOf(propertyOf(root, it), "next-auth"));
    return range ? [range] : [];
  });
  const edits = ranges.flatMap(({ value, start, end }) => {
    const text = shimFor(value);
    return text === undefined ? [] : [{ start, end, text }];
  });
  return edits.length === ranges.length ? edits : [];
}

function isOverridden(root: Node): boolean {
  const overrides = [
    propertyOf(root, "overrides"),
    propertyOf(root, "resolutions"),
    propertyOf(propertyOf(root, "pnpm"), "overrides"),
  ];
  return overrides.some((it) => propertyOf(it, "next-auth") !== undefined);
}
