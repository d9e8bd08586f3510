import { runInThisContext } from "node:vm";
import { expect, onTestFinished, test } from "vitest";
import { watchGlobals } from "../../src/contract/watch-globals.ts";

function watch(): string[] {
  const touched: string[] = [];
  const stop = watchGlobals((what) => touched.push(what));
  onTestFinished(stop);
  return touched;
}

const uses: [what: string, use: () => unknown][] = [
  ["Date", () => new Date()],
  ["Date", () => Date()],
  ["Date.now", () => Date.now()],
  ["performance.now", () => performance.now()],
  ["Math.random", () => Math.random()],
  ["crypto.randomUUID", () => crypto.randomUUID()],
  ["crypto.getRandomValues", () => crypto.getRandomValues(new Uint8Array(1))],
  ["fetch", () => fetch("data:,")],
  ["BroadcastChannel", () => new BroadcastChannel("test").close()],
  ["setTimeout", () => clearTimeout(setTimeout(() => {}))],
  ["navigator.locks", () => navigator.locks],
];

test.each(uses)("notes a use of %s, and where it is", async (what, use) => {
  const touched = watch();
  await use();
  expect(touched).toEqual([expect.stringMatching(`^${what}, at .*watch-globals\\.test\\.ts`)]);
});

test("a look at storage is one, wherever there is some", () => {
  Object.assign(globalThis, { sessionStorage: { length: 17 } });
  onTestFinished(() => void Reflect.deleteProperty(globalThis, "sessionStorage"));
  const touched = watch();
  expect(sessionStorage.length).toBe(17);
  expect(touched).toEqual([expect.stringMatching(/^sessionStorage, at /)]);
});

test("a date of a given moment says nothing of now", () => {
  const touched = watch();
  expect(new Date(0).getTime()).toBe(0);
  expect(Date.UTC(1970, 0)).toBe(0);
  expect(touched).toEqual([]);
});

test.each([
  ["another package", "/app/node_modules/vue/dist/vue.js", 0],
  [
    "another package in pnpm's folder",
    "/app/node_modules/.pnpm/vue@3.5.0/node_modules/vue/index.js",
    0,
  ],
  ["what a bundler has made of one", "/app/node_modules/.vite/deps/vue.js", 0],
  ["Node", "node:internal/timers", 0],
  ["the core, installed", "/app/node_modules/@sojourn/core/dist/index.js", 1],
  [
    "the core, in pnpm's folder",
    "/app/node_modules/.pnpm/@sojourn+core@1.0.0/node_modules/@sojourn/core/dist/index.js",
    1,
  ],
  ["an adapter's own", "/app/src/use-session.ts", 1],
])("what is in code of %s counts accordingly", (_, filename, count) => {
  const read = runInThisContext("() => Date.now()", { filename }) as () => number;
  const touched = watch();
  read();
  expect(touched).toHaveLength(count);
});

test("leaves everything as it was", () => {
  const names = ["Date", "fetch", "setTimeout", "navigator"];
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  watchGlobals(() => {})();
  const after = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  expect(after).toEqual(before);
  expect(Object.hasOwn(performance, "now")).toBe(false);
});
