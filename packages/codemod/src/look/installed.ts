import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { isTest } from "../files/kind-of-file.ts";

const mostFiles = 500;

/** The folder of an installed package, as Node finds it from another folder. */
export function findInstalled(name: string, folder: string): string | undefined {
  const place = join(folder, "node_modules", name);
  if (existsSync(join(place, "package.json"))) return place;
  const above = dirname(folder);
  return above === folder ? undefined : findInstalled(name, above);
}

/** Where a package really is, relative to the folder that moves; nothing if it was put there by an install. */
export function linkedFrom(place: string, folder: string): string | undefined {
  const path = relative(realpathSync(folder), realpathSync(place)).split(sep).join("/");
  return /(^|\/)node_modules\//.test(path) ? undefined : path;
}

/** The package.json of an installed package. */
export function readManifest(place: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
  } catch {
    return {};
  }
}

/** Says whether what is built imports the client. It is in no form that can be relied on, so its text is looked at. */
export function importsClient(place: string): boolean {
  return holdsImport(place, (path) => /\.[cm]?js$/.test(path));
}

/** The same of a package that may be no more than its sources. */
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
