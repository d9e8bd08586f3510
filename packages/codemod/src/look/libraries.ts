import { realpathSync } from "node:fs";
import type { Node } from "@babel/types";
import { keyOf, propertiesOf, propertyOf, startOf, textOf } from "../parse/nodes.ts";
import type { Tree } from "../parse/parse.ts";
import { isBelow } from "../runners.ts";
import { isShim } from "../shims.ts";
import {
  findInstalled,
  importsClient,
  importsClientInSources,
  linkedFrom,
  readManifest,
} from "./installed.ts";

/** Known to import the client, installed or not. */
const known = new Set(["@rainbow-me/rainbowkit-siwe-next-auth"]);
const groups = ["dependencies", "devDependencies"];

/** The packages that a package.json asks for. */
export interface Libraries {
  /** Where those stand that import `next-auth/react` by themselves. */
  between: number[];
  /** Where those stand that do so, are linked from outside of what moves, and so stay as they are. */
  outside: number[];
  /** The names of those that are not installed, so that nothing is known of them. */
  missing: string[];
}

/** What moves in a run. */
export interface Moving {
  folder: string;
  /** The names of the packages with such files. */
  names: Set<string>;
  /** The files with the client in them. */
  paths: string[];
}

/** Looks into the packages of a package.json, as far as they are installed. */
export function findLibraries({ root }: Tree, folder: string, moving: Moving): Libraries {
  const libraries: Libraries = { between: [], outside: [], missing: [] };
  for (const node of groups.flatMap((group) => propertiesOf(propertyOf(root, group)))) {
    const name = keyOf(node) ?? "";
    if (name === "next-auth" || name.startsWith("@sojourn/")) continue;
    const kind = kindOf(name, rangeOf(node), folder, moving);
    if (known.has(name) || kind === "between") libraries.between.push(startOf(node));
    else if (kind === "outside") libraries.outside.push(startOf(node));
    else if (kind === "missing") libraries.missing.push(name);
  }
  return libraries;
}

function kindOf(
  name: string,
  range: string,
  folder: string,
  moving: Moving,
): keyof Libraries | undefined {
  const place = findInstalled(name, folder);
  if (!place) {
    const isLinked = /^(workspace|link|portal):/.test(range);
    return isLinked || moving.names.has(name) ? undefined : "missing";
  }
  const path = linkedFrom(place, moving.folder);
  if (path?.startsWith("..")) return staysOutside(realpathSync(place)) ? "outside" : undefined;
  // The app's own code moves like the rest, and what is built of it is built again.
  const isOwn =
    path === undefined
      ? /^(workspace|file):/.test(range) && moving.names.has(name)
      : moving.paths.some((it) => isBelow(it, path || "."));
  return !isOwn && knowsNextAuth(place) && importsClient(place) ? "between" : undefined;
}

function rangeOf(node: Node): string {
  return (node.type === "ObjectProperty" && textOf(node.value)?.value) || "";
}

function staysOutside(place: string): boolean {
  return importsClientInSources(place) && !findsShim(place);
}

/** Says whether a package.json asks for the shim, or has it installed. */
export function hasShim({ root }: Tree, folder: string): boolean {
  const asked = groups.map((it) => textOf(propertyOf(propertyOf(root, it), "next-auth"))?.value);
  return asked.some((it) => it !== undefined && isShim(it)) || findsShim(folder);
}

function findsShim(folder: string): boolean {
  const place = findInstalled("next-auth", folder);
  const name = place && readManifest(place)["name"];
  return typeof name === "string" && isShim(name);
}

function knowsNextAuth(place: string): boolean {
  const { dependencies, peerDependencies } = readManifest(place);
  return "next-auth" in Object.assign({}, dependencies, peerDependencies);
}
