import { posix } from "node:path";
import { propertyOf } from "./parse/nodes.ts";
import type { Tree } from "./parse/parse.ts";
import { dependsOn } from "./rename/add-dependencies.ts";

/**
 * Finds the package.json that has to have each package: the nearest one above the file that needs
 * it if it has next-auth, or, as in a monorepo with one for all, the nearest that has.
 *
 * @param needs the packages that files need, by the files' paths
 * @param manifests the trees of all package.json, by their paths
 */
export function placePackages(
  needs: Map<string, Set<string>>,
  manifests: Map<string, Tree>,
): Map<string, Set<string>> {
  const placed = new Map<string, Set<string>>();
  for (const [path, packages] of needs) {
    const above = manifestsAbove(path, manifests);
    for (const name of packages) {
      const has = (it: string, dependency: string): boolean => {
        const tree = manifests.get(it);
        return tree !== undefined && dependsOn(tree, dependency);
      };
      const place =
        above.find((it) => has(it, name) || has(it, "next-auth")) ??
        above.find((it) => propertyOf(manifests.get(it)?.root, "dependencies"));
      if (place) placed.set(place, (placed.get(place) ?? new Set()).add(name));
    }
  }
  return placed;
}

function manifestsAbove(path: string, manifests: Map<string, Tree>): string[] {
  const found: string[] = [];
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const manifest = posix.join(folder, "package.json");
    if (manifests.has(manifest)) found.push(manifest);
    if (folder === ".") break;
  }
  // That of an app of which only a folder moves.
  return [...found, ...[...manifests.keys()].filter((it) => it.startsWith("../"))];
}
