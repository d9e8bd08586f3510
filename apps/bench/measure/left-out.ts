const popups = "by-popup|browser/popup";
const passkeys = "api/passkey";
const schemas = "api/schema";
const nextAuthTabs = "tabs/next-auth";
const tabs = "dist/tabs/|session/(hearing|announcement)|browser/(tab|storage)";
const pageCache = "page-cache|page-lifecycle";
const signalsAndTimes = "dist/(session|triggers)/|create-reader|browser/(visibility|connectivity)";
const world = "session-(runtime|observer)|dist/environment/browser";

function pathsOf(...groups: string[]): RegExp {
  return new RegExp(groups.join("|"));
}

/** Parts of Sojourn's bundle: what is left when they are left out tells what they cost. */
export const leftOut: [part: string, paths: RegExp][] = [
  ["popups", pathsOf(popups)],
  ["passkeys", pathsOf(passkeys)],
  ["schemas", pathsOf(schemas)],
  ["tabs that run next-auth", pathsOf(nextAuthTabs)],
  ["the page cache", pathsOf(pageCache)],
  ["structural sharing", pathsOf("share-structure")],
  ["all of these", pathsOf(popups, passkeys, schemas, nextAuthTabs, pageCache, "share-structure")],
  ["all tabs", pathsOf(tabs)],
  [
    "all tabs, popups, passkeys, schemas, the page cache",
    pathsOf(tabs, popups, passkeys, schemas, pageCache),
  ],
  [
    "these, and the session machine with all triggers",
    pathsOf(tabs, popups, passkeys, schemas, pageCache, signalsAndTimes),
  ],
  [
    "these, and what runs it in a browser: requests and React alone",
    pathsOf(tabs, popups, passkeys, schemas, pageCache, signalsAndTimes, world),
  ],
];
