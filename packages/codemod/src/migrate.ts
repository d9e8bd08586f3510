import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { applyEdits, lineAt } from "./edit.ts";
import { examine, type Examined } from "./examine.ts";
import { kindOfFile } from "./files/kind-of-file.ts";
import { listFiles } from "./files/list-files.ts";
import { readText } from "./files/read-text.ts";
import { lookAtLibraries } from "./look/libraries.ts";
import { placePackages } from "./packages.ts";
import { parse, type Tree } from "./parse/parse.ts";
import { addDependencies } from "./rename/add-dependencies.ts";
import type { Finding, Report, Skipped } from "./report.ts";

/**
 * Finds out what an app has to change to move from `next-auth/react`, and what to look at. Changes
 * nothing itself.
 *
 * @param range the versions of Sojourn's packages that a package.json gets
 */
export function migrate(folder: string, range: string): Report {
  const skipped: Skipped[] = [];
  const files: Examined[] = [];
  for (const path of listFiles(folder)) {
    if (kindOfFile(path) === "other") continue;
    const text = readText(join(folder, path));
    if (text === undefined) skipped.push({ path, reason: "is not UTF-8" });
    else files.push(examine(path, text));
  }
  for (const file of files) {
    if (!file.movesTo || !existsSync(join(folder, file.movesTo))) continue;
    skipped.push({ path: file.path, reason: `${file.movesTo} is there already` });
    delete file.movesTo;
    file.after = file.before;
  }

  const manifests = readManifests(files);
  addPackages(files, manifests, range);
  const libraries = [...manifests].flatMap(([path, { tree, text }]) =>
    lookAtLibraries(tree, dirname(join(folder, path))).map(({ rule, at }) => ({
      ...{ path, line: lineAt(text, at), rule },
    })),
  );

  return {
    changes: files
      .filter((it) => it.movesTo !== undefined || it.after !== it.before)
      .map(({ path, movesTo, before, after }) => ({
        ...{ path, before, after },
        ...(movesTo === undefined ? {} : { movesTo }),
      })),
    findings: inOrder([
      ...files.flatMap((it) => it.findings),
      ...(libraries.length > 0 ? libraries : unreadProviders(files)),
    ]),
    skipped: [...skipped, ...files.flatMap((it) => it.skipped)],
  };
}

interface Manifest {
  tree: Tree;
  text: string;
}

function readManifests(files: Examined[]): Map<string, Manifest> {
  const manifests = new Map<string, Manifest>();
  for (const file of files) {
    if (!/(^|\/)package\.json$/.test(file.path)) continue;
    try {
      const part = { code: file.before, offset: 0, language: "json" } as const;
      manifests.set(file.path, { tree: parse(part), text: file.before });
    } catch {
      // If it has to do with next-auth, that it can't be parsed is said already.
    }
  }
  return manifests;
}

function addPackages(files: Examined[], manifests: Map<string, Manifest>, range: string): void {
  const trees = new Map([...manifests].map(([path, { tree }]) => [path, tree]));
  const needs = new Map(files.map((it) => [it.path, it.packages]));
  const placed = placePackages(needs, trees);
  for (const file of files) {
    const names = placed.get(file.path);
    if (!names) continue;
    const packages = new Map([...names].toSorted().map((it) => [it, range]));
    // What is renamed in it already has moved the places.
    const tree = parse({ code: file.after, offset: 0, language: "json" });
    file.after = applyEdits(file.after, addDependencies(tree, file.after, packages));
  }
}

/** A library that knows the client may read the session, and so does whoever can't be followed. */
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
