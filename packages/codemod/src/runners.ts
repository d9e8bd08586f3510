import { posix } from "node:path";
import { isManifest, isSettings, kindOfFile } from "./files/kind-of-file.ts";
import { tryToParse } from "./parse/parse.ts";
import { partsOfFile } from "./parse/parts-of-file.ts";
import { inlinesClient } from "./rename/inline-client.ts";

/** The test runners of an app, according to its settings. */
export interface Runners {
  isVitest: boolean;
  isJest: boolean;
  /** Whether Jest runs ES modules without a transformation. */
  isJestOfModules: boolean;
  /** Whether Vitest transforms the client, and so can spy on it. */
  isInlined: boolean;
}

/**
 * Reads the test runners from each package.json and from settings. Both apply to all files of the
 * package.
 */
export function readRunners(texts: Map<string, string>): (path: string) => Runners {
  const said = [...texts]
    .filter(([path]) => isSettings(path) || kindOfFile(path) === "json")
    .map(([path, text]) => ({ package: packageAbove(path, texts), ...read(path, text) }));
  return (path) => {
    const above = said.filter((it) => isBelow(path, it.package));
    const has = (key: keyof Runners): boolean => above.some((it) => it[key]);
    return {
      isVitest: has("isVitest"),
      isJest: has("isJest"),
      isJestOfModules: has("isJestOfModules"),
      isInlined: has("isInlined"),
    };
  };
}

function read(path: string, text: string): Runners {
  return {
    isVitest: isManifest(path) ? /"vitest"\s*:/.test(text) : /\bvitest\b/.test(path + text),
    isJest: isManifest(path) && /"jest"\s*:/.test(text),
    isJestOfModules: /experimental-vm-modules|extensionsToTreatAsEsm/.test(text),
    isInlined: isSettings(path) && isInlinedBy(path, text),
  };
}

function isInlinedBy(path: string, text: string): boolean {
  if (!/\b(?:inline|noExternal)\b/.test(text)) return false;
  return partsOfFile(path, text).some((part) => {
    const tree = tryToParse(part);
    return tree !== undefined && inlinesClient(tree);
  });
}

/** Returns the folder of the nearest package.json above a file, or the app's folder. */
export function packageAbove(path: string, texts: { has(path: string): boolean }): string {
  let folder = posix.dirname(path);
  while (folder !== "." && !texts.has(`${folder}/package.json`)) folder = posix.dirname(folder);
  return folder;
}

/** Whether a file is in a folder. A folder above the app's contains all files. */
export function isBelow(path: string, folder: string): boolean {
  return folder === "." || folder.startsWith("..") || path.startsWith(`${folder}/`);
}
