// @vitest-environment node
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type * as react from "../../src/index.ts";
import { openAuthServer } from "../support/auth-server.ts";
import { ada } from "../support/people.ts";

// React 18 has no such entry; frameworks bring a newer React to their server components.
const require = createRequire(import.meta.url);
let server: typeof react;

/** The React that a server component gets: without state, effects and contexts. */
function requireReactServer(): object {
  const path = require.resolve("react/package.json");
  const { exports } = require(path) as { exports: { ".": { "react-server": string } } };
  return require(join(dirname(path), exports["."]["react-server"])) as object;
}

beforeAll(async () => {
  // What a module lacks is undefined, where the mock would throw.
  const missing = Object.keys(require("react") as object).map((name) => [name, undefined]);
  vi.doMock("react", () => ({ ...Object.fromEntries(missing), ...requireReactServer() }));
  server = await import("../../src/index.ts");
});

afterAll(() => vi.doUnmock("react"));

test("the React of server components has no contexts, or these tests show nothing", () => {
  expect(requireReactServer()).not.toHaveProperty("createContext");
  expect(requireReactServer()).toHaveProperty("cache");
});

test("the package can be imported in a server component", () => {
  expect(Object.keys(server)).toEqual(
    expect.arrayContaining(["SessionProvider", "useSession", "getSession", "signIn"]),
  );
});

test("getSession, getCsrfToken and getProviders work in a server component", async () => {
  openAuthServer({ user: ada });
  expect(await server.getSession({ headers: { cookie: "session=ada" } })).toMatchObject({
    user: ada,
  });
  expect(await server.getCsrfToken()).toBe("token");
  expect(await server.getProviders()).toHaveProperty("credentials");
});

test.each(["useSession", "useSessionClient"] as const)("%s says there what to do", (name) => {
  expect(() => server[name]()).toThrow(/"use client".*getSession\(\)/);
});
