import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AuthServer, startAuthServer } from "./support/auth-server.ts";
import { isLinux } from "./support/not-run-here.ts";
import { folderOf, run } from "./support/run.ts";

const entries: string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "../environments/node/entries.json"), "utf8"),
);
/** Svelte and MSW 3 are no CommonJS; Node can require such modules from 20.19 on. */
const importOnly = ["@sojourn/svelte", "@sojourn/svelte/kit", "@sojourn/testing/msw"];
let server: AuthServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startAuthServer();
  env = { AUTH_URL: server.url, COOKIE: await server.cookieOf("ada", "lovelace") };
});
afterAll(() => server?.close());

test("the list has all entries of all packages", () => {
  const folder = join(folderOf("node"), "node_modules/@sojourn");
  const declared = readdirSync(folder).flatMap((path) => {
    const manifest = readFileSync(join(folder, path, "package.json"), "utf8");
    const { name, exports } = JSON.parse(manifest);
    return Object.keys(exports)
      .filter((it) => !it.endsWith(".json"))
      .map((it) => join(name, it));
  });
  expect(declared.toSorted()).toEqual(entries);
});

describe.runIf(isLinux).each(["node-20", "node-24"])("%s", (name) => {
  const node = (...args: string[]): Promise<string> =>
    run("node", [`node_modules/${name}/bin/node`, ...args], env);

  test.each(entries)("imports and requires %s, with the same exports", async (entry) => {
    // Node may add a warning: the CommonJS build of TanStack Router imports itself in a circle.
    const names = async (way: string) =>
      JSON.parse((await node("names.js", way, entry)).split("\n", 1)[0]!);
    const imported = await names("import");
    expect(imported).not.toEqual([]);
    if (name === "node-20" && importOnly.includes(entry)) return;
    expect(await names("require")).toEqual(imported);
  });

  test.each(["read.mjs", "read.cjs"])("reads sessions, and ends by itself: %s", async (script) => {
    const printed = await node(script);
    expect(JSON.parse(printed)).toEqual(["Ada Lovelace", "Ada Lovelace", "Ada Lovelace", null]);
  });

  test.each(["render.mjs", "render.cjs"])("renders a session to HTML: %s", async (script) => {
    const printed = await node(script);
    expect(printed).toBe("<p>Ada Lovelace</p><p>unauthenticated</p><p>loading</p>");
  });
});
