import { posix } from "node:path";
import { renameModule, renamePath } from "../names.ts";

/**
 * How the modules that a file imports are called from now on: those of next-auth's client, files
 * that move, and, if the file moves itself, those that stay.
 */
export function createRename(from: string, to: string): (name: string) => string {
  return (name) => {
    if (!/^\.{1,2}(\/|$)/.test(name)) return renameModule(name);
    const target = posix.join(posix.dirname(from), name);
    const place = movedPath(target);
    if (from === to && place === target) return name;
    const path = posix.relative(posix.dirname(to), place);
    return path.startsWith(".") ? path : `./${path}`;
  };
}

/** An import need not say the ending of a file's name. */
function movedPath(path: string): string {
  const named = renamePath(path);
  return named === path ? renamePath(`${path}.ts`).slice(0, -".ts".length) : named;
}
