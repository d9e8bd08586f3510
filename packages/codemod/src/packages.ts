import { posix } from "node:path";
import { propertyOf } from "./parse/nodes.ts";
import type { Tree } from "./parse/parse.ts";
import { dependsOn, isOfPackage } from "./rename/add-dependencies.ts";
import type { Skipped } from "./report.ts";

/** Which package.json gets which packages. */
export interface Placed {
  /** The packages that each package.json needs, by its path. */
  packages: Map<string, Set<string>>;
  /** The reasons for packages that no package.json can get. */
  skipped: Skipped[];
}

/**
 * Finds the package.json for each package. It is the nearest one above the file that has next-auth
 * or the package itself, as the root's in some monorepos. If none has it, it is the nearest one
 * with dependencies, or else the nearest one of a package.
 *
 * @param needs the packages that each file needs, by its path
 * @param manifests the trees of all package.json files, by their paths
 */
export function placePackages(
  needs: Map<string, Set<string>>,
  manifests: Map<string, Tree>,
): Placed {
  const placed = new Map<string, Set<string>>();
  const unplaced = new Map<string, string>();
  for (const [path, packages] of needs) {
    const above = manifestsAbove(path, manifests);
    for (const name of packages) {
      const has = (it: string, dependency: string): boolean => {
        const tree = manifests.get(it);
        return tree !== undefined && dependsOn(tree, dependency);
      };
      const place =
        above.find((it) => has(it, name) || has(it, "next-auth")) ??
        above.find((it) => propertyOf(manifests.get(it)?.root, "dependencies")) ??
        above.find((it) => isOfPackage(manifests.get(it))) ??
        above[0];
      if (place) placed.set(place, (placed.get(place) ?? new Set()).add(name));
      else if (!unplaced.has(name)) unplaced.set(name, path);
    }
  }
  return { packages: placed, skipped: notPlaced(unplaced) };
}

/** Reports the packages without a package.json once, at the first file that needs one. */
function notPlaced(unplaced: Map<string, string>): Skipped[] {
  const [path] = unplaced.values();
  if (path === undefined) return [];
  const names = [...unplaced.keys()].toSorted();
  const them = names.length > 1 ? "them" : "it";
  const reason = `needs ${names.join(" and ")}, and there is no package.json that could ask for ${them}`;
  return [{ path, reason }];
}

function manifestsAbove(path: string, manifests: Map<string, Tree>): string[] {
  const found: string[] = [];
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const manifest = posix.join(folder, "package.json");
    if (manifests.has(manifest)) found.push(manifest);
    if (folder === ".") break;
  }
  // If only a folder of an app moves, this adds the app's package.json.
  return [...found, ...[...manifests.keys()].filter((it) => it.startsWith("../"))];
}
