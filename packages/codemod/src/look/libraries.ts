import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Node } from "@babel/types";
import { keyOf, propertiesOf, propertyOf, startOf, textOf } from "../parse/nodes.ts";
import type { Tree } from "../parse/parse.ts";
import { isShim } from "../shims.ts";

/** Known to import the client, installed or not. */
const known = new Set(["@rainbow-me/rainbowkit-siwe-next-auth"]);
const groups = ["dependencies", "devDependencies"];
const mostFiles = 500;

/** The packages that a package.json asks for. */
export interface Libraries {
  /** Where those stand that import `next-auth/react` by themselves. */
  between: number[];
  /** The names of those that are not installed, so that nothing is known of them. */
  missing: string[];
}

/** Looks into the packages of a package.json, as far as they are installed. */
export function findLibraries({ root }: Tree, folder: string): Libraries {
  const libraries: Libraries = { between: [], missing: [] };
  for (const node of groups.flatMap((group) => propertiesOf(propertyOf(root, group)))) {
    const name = keyOf(node) ?? "";
    if (name === "next-auth" || name.startsWith("@sojourn/") || isOwn(node)) continue;
    const place = findInstalled(name, folder);
    if (known.has(name) || (place && knowsNextAuth(place) && importsClient(place))) {
      libraries.between.push(startOf(node));
    } else if (!place) {
      libraries.missing.push(name);
    }
  }
  return libraries;
}

/** A package of the same workspace is looked at like the rest of the app. */
function isOwn(dependency: Node): boolean {
  const range = dependency.type === "ObjectProperty" ? textOf(dependency.value)?.value : undefined;
  return /^(workspace|link|portal):/.test(range ?? "");
}

/** Says whether a package.json asks for the shim, or has it installed. */
export function hasShim({ root }: Tree, folder: string): boolean {
  const asked = groups.map((it) => textOf(propertyOf(propertyOf(root, it), "next-auth"))?.value);
  const place = findInstalled("next-auth", folder);
  return [...asked, place && readManifest(place)["name"]].some(
    (it) => typeof it === "string" && isShim(it),
  );
}

function findInstalled(name: string, folder: string): string | undefined {
  const place = join(folder, "node_modules", name);
  if (existsSync(join(place, "package.json"))) return place;
  const above = dirname(folder);
  return above === folder ? undefined : findInstalled(name, above);
}

function readManifest(place: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
  } catch {
    return {};
  }
}

function knowsNextAuth(place: string): boolean {
  const { dependencies, peerDependencies } = readManifest(place);
  return "next-auth" in Object.assign({}, dependencies, peerDependencies);
}

/** What is built is in no form that can be relied on, so its text is looked at. */
function importsClient(place: string, budget = { left: mostFiles }): boolean {
  return readdirSync(place, { withFileTypes: true }).some((entry) => {
    const path = join(place, entry.name);
    if (entry.isDirectory()) return entry.name !== "node_modules" && importsClient(path, budget);
    if (!/\.[cm]?js$/.test(entry.name) || budget.left-- <= 0) return false;
    return /(?:from|import|require)\s*\(?\s*["']next-auth\/react["']/.test(
      readFileSync(path, "utf8"),
    );
  });
}
