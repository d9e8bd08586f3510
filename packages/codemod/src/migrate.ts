import { existsSync } from "node:fs";
import { join } from "node:path";
import { applyEdits } from "./edit.ts";
import { examine, type Examined, leave } from "./examine.ts";
import { findManifestAbove } from "./files/find-above.ts";
import { isManifest, kindOfFile } from "./files/kind-of-file.ts";
import { listFiles } from "./files/list-files.ts";
import { readText } from "./files/read-text.ts";
import { inlineInVitest } from "./inline.ts";
import { shareClient } from "./libraries.ts";
import { placePackages } from "./packages.ts";
import { parse, type Tree, tryToParse } from "./parse/parse.ts";
import { addDependencies } from "./rename/add-dependencies.ts";
import type { Finding, Report, Skipped } from "./report.ts";
import { readRunners } from "./runners.ts";

/**
 * Finds the changes by which an app moves from `next-auth/react`, and the places to look at. It
 * writes nothing.
 *
 * @param range the version range of Sojourn's packages for a package.json
 */
export function migrate(folder: string, range: string): Report {
  const skipped: Skipped[] = [];
  const texts = new Map<string, string>();
  for (const path of listFiles(folder)) {
    if (kindOfFile(path) === "other") continue;
    const text = readText(join(folder, path));
    if (text === undefined) skipped.push({ path, reason: "is not UTF-8" });
    else texts.set(path, text);
  }
  const above = texts.has("package.json") ? undefined : findManifestAbove(folder);
  const textAbove = above && readText(join(folder, above));
  const runnersOf = readRunners(textAbove ? new Map([...texts, [above, textAbove]]) : texts);

  const files = Array.from(texts, ([path, text]) => examine(path, text, runnersOf));
  // Only a folder of an app moves, so the app's package.json gets the packages.
  if (textAbove && files.some((it) => it.packages.size > 0)) files.unshift(leave(above, textAbove));
  for (const file of files) {
    if (!file.movesTo || !existsSync(join(folder, file.movesTo))) continue;
    skipped.push({ path: file.path, reason: `${file.movesTo} is there already` });
    delete file.movesTo;
    file.after = file.before;
    file.packages.clear();
  }

  const manifests = readManifests(files);
  skipped.push(...addPackages(files, manifests, range));
  const libraries = shareClient(files, manifests, folder, range);
  inlineInVitest(files, runnersOf);

  return {
    changes: files
      .filter((it) => it.movesTo !== undefined || it.after !== it.before)
      .map(({ path, movesTo, before, after }) => ({
        ...{ path, before, after },
        ...(movesTo === undefined ? {} : { movesTo }),
      })),
    findings: inOrder([
      ...files.flatMap((it) => it.findings),
      ...libraries.findings,
      ...(libraries.isAny ? [] : unreadProviders(files)),
    ]),
    skipped: [...skipped, ...libraries.skipped, ...files.flatMap((it) => it.skipped)],
  };
}

function readManifests(files: Examined[]): Map<string, Tree> {
  const manifests = new Map<string, Tree>();
  for (const file of files) {
    if (!isManifest(file.path)) continue;
    const tree = tryToParse({ code: file.before, offset: 0, language: "json" });
    // A file with next-auth that cannot be parsed was reported before.
    if (tree?.root.type === "ObjectExpression") manifests.set(file.path, tree);
  }
  return manifests;
}

function addPackages(files: Examined[], manifests: Map<string, Tree>, range: string): Skipped[] {
  const needs = new Map(files.map((it) => [it.path, it.packages]));
  const placed = placePackages(needs, manifests);
  for (const file of files) {
    const names = placed.packages.get(file.path);
    if (!names) continue;
    const packages = new Map([...names].toSorted().map((it) => [it, range]));
    // The file is parsed again, because earlier edits have moved the offsets.
    const tree = parse({ code: file.after, offset: 0, language: "json" });
    file.after = applyEdits(file.after, addDependencies(tree, file.after, packages));
  }
  return placed.skipped;
}

/**
 * Returns providers without any reader. A library that imports the client may be a reader, and so
 * may code that cannot be followed.
 */
function unreadProviders(files: Examined[]): Finding[] {
  if (files.some((it) => it.hasReader)) return [];
  const rule = "provider-without-reader" as const;
  return files.flatMap(({ path, providers }) => providers.map((line) => ({ path, line, rule })));
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.toSorted((a, b) =>
    a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1,
  );
}
