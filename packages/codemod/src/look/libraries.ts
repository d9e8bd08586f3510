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

/** Packages that import the client, whether they are installed or not. */
const known = new Set(["@rainbow-me/rainbowkit-siwe-next-auth"]);
const groups = ["dependencies", "devDependencies"];

/** The dependencies of a package.json that matter. */
export interface Libraries {
  /** The offsets of packages that import `next-auth/react` by themselves. */
  between: number[];
  /**
   * The offsets of such packages that are linked from outside of the folder that moves, and so stay
   * unchanged.
   */
  outside: number[];
  /** The names of packages that are not installed, and so cannot be checked. */
  missing: string[];
}

/** What moves in a run. */
export interface Moving {
  folder: string;
  /** The names of the packages with files that move. */
  names: Set<string>;
  /** The files that use the client. */
  paths: string[];
}

/** Checks the dependencies of a package.json that are installed. */
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
  // The app's own packages move, too, and are built again.
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

/** Whether a package.json has the shim as a dependency, or it is installed. */
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
