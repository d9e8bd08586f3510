import { dirname, join, posix } from "node:path";
import { applyEdits, type Edit, lineAt } from "./edit.ts";
import type { Examined } from "./examine.ts";
import { findLibraries, hasShim, type Moving } from "./look/libraries.ts";
import type { RuleName } from "./look/rules.ts";
import { propertyOf, textOf } from "./parse/nodes.ts";
import { parse, type Tree } from "./parse/parse.ts";
import { addBesideShim, dependsOn } from "./rename/add-dependencies.ts";
import { installShim } from "./rename/install-shim.ts";
import type { Finding, Skipped } from "./report.ts";
import { isBelow } from "./runners.ts";

/** The findings about libraries that import `next-auth/react` by themselves. */
export interface Shared {
  findings: Finding[];
  skipped: Skipped[];
  isAny: boolean;
}

/**
 * Makes libraries that import `next-auth/react` by themselves use the app's client, if a shim can
 * do it.
 */
export function shareClient(
  files: Examined[],
  manifests: Map<string, Tree>,
  folder: string,
  range: string,
): Shared {
  const shared: Shared = { findings: [], skipped: [], isAny: false };
  const unknown = new Map<string, string[]>();
  const moving = whatMoves(files, manifests, folder);
  for (const file of files) {
    const tree = manifests.get(file.path);
    if (!tree) continue;
    checkManifest(file, tree);
    edit(file, (now) => addBesideShim(now, file.after, "@sojourn/react", range));
  }
  if ([...manifests.values()].some((it) => dependsOn(it, "next-auth"))) {
    shared.skipped.push(...notInstalled(unknown));
  }
  return shared;

  function checkManifest(file: Examined, tree: Tree): void {
    const { path, before } = file;
    const place = dirname(join(folder, path));
    const { between, outside, missing } = findLibraries(tree, place, moving);
    const report = (rule: RuleName, places: number[]): void => {
      shared.findings.push(...places.map((at) => ({ path, line: lineAt(before, at), rule })));
    };
    if (missing.length > 0) unknown.set(path, missing);
    report("package-outside", outside);
    if (between.length === 0) return;

    shared.isAny = true;
    // If only a folder of an app moves, the rest of the app and its libraries keep next-auth's
    // client.
    const edits = path.startsWith("../") ? [] : installShim(tree);
    if (edits.length > 0) {
      edit(file, installShim);
      report(
        "next-auth-shim",
        edits.map((it) => it.start),
      );
    } else if (!hasShim(tree, place)) {
      report("library-between", between);
    }
  }
}

function whatMoves(files: Examined[], manifests: Map<string, Tree>, folder: string): Moving {
  const paths = files.filter((it) => it.packages.size > 0).map((it) => it.path);
  const names = [...manifests]
    .filter(([manifest]) => paths.some((it) => isBelow(it, posix.dirname(manifest))))
    .flatMap(([, { root }]) => textOf(propertyOf(root, "name"))?.value ?? []);
  return { folder, names: new Set(names), paths };
}

/** Edits a package.json. It is parsed again, because earlier edits have moved the offsets. */
function edit(file: Examined, editsOf: (tree: Tree) => Edit[]): void {
  const now = parse({ code: file.after, offset: 0, language: "json" });
  file.after = applyEdits(file.after, editsOf(now));
}

/** Reports all packages that are not installed once, because one install solves it. */
function notInstalled(unknown: Map<string, string[]>): Skipped[] {
  const [path] = unknown.keys();
  if (path === undefined) return [];
  const names = [...new Set([...unknown.values()].flat())];
  const some =
    names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : "");
  const reason = `can't report whether packages import \`next-auth/react\` by themselves, for they are not in node_modules (${some}): install, and run this again`;
  return [{ path, reason }];
}
