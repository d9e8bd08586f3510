const passkeys = ["api/challenge"];
const nextAuthTabs = ["tabs/next-auth"];
const structures = ["share-structure"];
const tabs = [
  "dist/tabs/",
  "session/(receive|merge|decide-merge|announcement)",
  "browser/(tab|storage)",
];
const pageCache = ["watch-revision", "page-lifecycle"];
const mutations = ["mutations/", "api/(sign-in|sign-out|csrf|form|safe|providers|auth-result)"];
const signalsAndTimes = [
  "dist/session/",
  "runtime/(alarm|watch-revision)",
  "create-reader",
  "browser/(visibility|connectivity)",
];
const environment = ["session-(runtime|observer)", "dist/environment/browser"];

const extras = [...passkeys, ...pageCache];
const withoutMachine = [...tabs, ...pageCache, ...signalsAndTimes];

/** Rows that the report speaks of. */
export const named = {
  whole: "nothing",
  tabs: "all tabs",
  mutations: "sign-in, sign-out, update",
  withoutMachine: "all tabs, the page cache, and the session machine with all its times",
  requestsAndReact: "these, and what runs it in a browser: requests and React alone",
};

/**
 * Parts of Sojourn's bundle: what is left when they are left out tells what they cost. Each pattern
 * has to match the path of a module at least.
 */
export const leftOut: [part: string, paths: string[]][] = [
  ["passkeys", passkeys],
  ["tabs that run next-auth", nextAuthTabs],
  ["the page cache", pageCache],
  ["structural sharing", structures],
  ["expiry (its own module only)", ["session/state/expiry"]],
  ["what update() and forms send, checked", ["api/to-json"]],
  ["answers of stubs, by what they have", ["api/read-response"]],
  ["who is who", ["session/identity"]],
  ["sessions that can be written to", ["shown-session"]],
  ["rendering in circles", ["state/handover"]],
  ["clients that are left on a page", ["page-siblings"]],
  ["requests of other code on the page", ["browser/requests"]],
  ["a provider that adds to the session of another one", ["session-layer", "dist/contains"]],
  ["values of SessionContext that a test provides", ["injected-client"]],
  [named.mutations, mutations],
  [
    "passkeys, tabs that run next-auth, the page cache, structural sharing",
    [...extras, ...nextAuthTabs, ...structures],
  ],
  [named.tabs, tabs],
  ["all tabs and extras: passkeys, the page cache", [...tabs, ...extras]],
  [named.withoutMachine, withoutMachine],
  [named.requestsAndReact, [...withoutMachine, ...environment]],
];
