import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { isTest } from "../files/kind-of-file.ts";

const mostFiles = 500;

/** Returns the folder of an installed package, as Node resolves it from a folder. */
export function findInstalled(name: string, folder: string): string | undefined {
  const place = join(folder, "node_modules", name);
  if (existsSync(join(place, "package.json"))) return place;
  const above = dirname(folder);
  return above === folder ? undefined : findInstalled(name, above);
}

/**
 * Returns the path of a linked package, relative to the folder that moves; `undefined` if the
 * package was installed.
 */
export function linkedFrom(place: string, folder: string): string | undefined {
  const path = relative(realpathSync(folder), realpathSync(place)).split(sep).join("/");
  return /(^|\/)node_modules\//.test(path) ? undefined : path;
}

/** Reads the package.json of an installed package. */
export function readManifest(place: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
  } catch {
    return {};
  }
}

/**
 * Whether the built files of a package import the client. Their format is not known, so it searches
 * the text.
 */
export function importsClient(place: string): boolean {
  return holdsImport(place, (path) => /\.[cm]?js$/.test(path));
}

/** The same for a package that may only have sources. */
export function importsClientInSources(place: string): boolean {
  return holdsImport(place, (path) => /\.[cm]?[jt]sx?$/.test(path) && !isTest(path));
}

function holdsImport(place: string, counts: (path: string) => boolean): boolean {
  let left = mostFiles;
  const look = (below: string): boolean =>
    readdirSync(join(place, below), { withFileTypes: true }).some((entry) => {
      const path = below + entry.name;
      if (entry.isDirectory()) return entry.name !== "node_modules" && look(`${path}/`);
      if (!counts(path) || left-- <= 0) return false;
      return /(?:from|import|require)\s*\(?\s*["']next-auth\/react["']/.test(
        readFileSync(join(place, path), "utf8"),
      );
    });
  return look("");
}
