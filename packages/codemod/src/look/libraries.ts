import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keyOf, propertiesOf, propertyOf, startOf } from "../parse/nodes.ts";
import type { Tree } from "../parse/parse.ts";
import type { Hit } from "./scene.ts";

/** Known to import the client, installed or not. */
const known = new Set(["@rainbow-me/rainbowkit-siwe-next-auth"]);
const groups = ["dependencies", "devDependencies"];
const mostFiles = 500;

/** The packages of a package.json that import `next-auth/react` by themselves, as far as they are installed. */
export function lookAtLibraries({ root }: Tree, folder: string): Hit[] {
  return groups
    .flatMap((group) => propertiesOf(propertyOf(root, group)))
    .filter((it) => isBetween(keyOf(it) ?? "", folder))
    .map((it) => ({ rule: "library-between", at: startOf(it) }));
}

function isBetween(name: string, folder: string): boolean {
  if (known.has(name)) return true;
  if (name === "next-auth" || name.startsWith("@sojourn/")) return false;
  const place = findInstalled(name, folder);
  return place !== undefined && knowsNextAuth(place) && importsClient(place, { left: mostFiles });
}

function findInstalled(name: string, folder: string): string | undefined {
  const place = join(folder, "node_modules", name);
  if (existsSync(join(place, "package.json"))) return place;
  const above = dirname(folder);
  return above === folder ? undefined : findInstalled(name, above);
}

function knowsNextAuth(place: string): boolean {
  try {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(place, "package.json"), "utf8"),
    );
    return "next-auth" in { ...dependencies, ...peerDependencies };
  } catch {
    return false;
  }
}

/** What is built is in no form that can be relied on, so its text is looked at. */
function importsClient(place: string, budget: { left: number }): boolean {
  return readdirSync(place, { withFileTypes: true }).some((entry) => {
    const path = join(place, entry.name);
    if (entry.isDirectory()) return entry.name !== "node_modules" && importsClient(path, budget);
    if (!/\.[cm]?js$/.test(entry.name) || budget.left-- <= 0) return false;
    return /(?:from|import|require)\s*\(?\s*["']next-auth\/react["']/.test(
      readFileSync(path, "utf8"),
    );
  });
}
