import { posix } from "node:path";
import { renameModule, renamePath } from "../names.ts";

/**
 * Creates a function that returns the new names of the modules that a file imports: of next-auth's
 * client, of files that move, and, if the file itself moves, of files that stay.
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

/** An import may omit the extension of a file. */
function movedPath(path: string): string {
  const named = renamePath(path);
  return named === path ? renamePath(`${path}.ts`).slice(0, -".ts".length) : named;
}
