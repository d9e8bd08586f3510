import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The root of the repository. */
export const root: string = join(import.meta.dirname, "..");

/** What the scripts read of a package.json. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  homepage?: string;
  bugs?: { url: string };
  repository?: { type: string; url: string; directory: string };
  publishConfig?: { access?: string; registry?: string };
}

/** A package that is published, and its folder from the root. */
export interface PublishedPackage {
  folder: string;
  manifest: Manifest;
}

/** All packages that are published, in the order of their folders. */
export function publishedPackages(): PublishedPackage[] {
  return globSync("packages/*/package.json", { cwd: root })
    .toSorted()
    .map((path) => ({ folder: dirname(path), manifest: readJson<Manifest>(path) }))
    .filter(({ manifest }) => !manifest.private);
}

/** Reads a JSON file, by its path from the root. */
export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), "utf8")) as T;
}
