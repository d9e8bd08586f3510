import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { AstroIntegration } from "astro";
import { expect, test, vi } from "vitest";
import sojourn, { type SojournOptions } from "../src/index.ts";
import type { VirtualModules } from "../src/virtual-modules.ts";

type SetupHook = NonNullable<AstroIntegration["hooks"]["astro:config:setup"]>;
type Setup = Parameters<SetupHook>[0];

const root = pathToFileURL("/project/");

/** Runs the integration as Astro does, and returns what it has added. */
function setUp(options?: SojournOptions, base = "/") {
  const added = {
    addMiddleware: vi.fn<Setup["addMiddleware"]>(),
    injectRoute: vi.fn<Setup["injectRoute"]>(),
    injectScript: vi.fn<Setup["injectScript"]>(),
  };
  let plugin: VirtualModules | undefined;
  const updateConfig = ({ vite }: { vite: { plugins: [VirtualModules] } }) => {
    [plugin] = vite.plugins;
  };
  const hook = sojourn(options).hooks["astro:config:setup"];
  // The hook uses no more of what Astro gives it.
  void hook?.({ config: { root, base }, updateConfig, ...added } as unknown as Setup);
  const load = (name: string) => plugin?.load(plugin.resolveId(`virtual:sojourn/${name}`) ?? "");
  return { ...added, load };
}

test("serves the auth server's endpoints, never prerendered", () => {
  const { injectRoute, load } = setUp({ handler: "./src/auth.ts" });
  const [[route]] = injectRoute.mock.calls as [Parameters<Setup["injectRoute"]>];
  expect(route).toMatchObject({ pattern: "/api/auth/[...auth]", prerender: false });
  expect(load("server")).toContain('handler } from "/project/src/auth.ts"');
  expect(load("server")).toContain('basePath = "/api/auth"');
});

test("is below the base of the app", () => {
  const { injectRoute, load } = setUp({ handler: "./src/auth.ts" }, "/shop/");
  // Astro adds the base to the pattern.
  expect(injectRoute.mock.calls[0]?.[0].pattern).toBe("/api/auth/[...auth]");
  expect(load("client-options")).toContain('"/shop/api/auth"');
});

test("without a handler there is no endpoint, and nothing is read on the server", () => {
  const { injectRoute, load } = setUp({ basePath: "https://auth.example.com/auth" });
  expect(injectRoute).not.toHaveBeenCalled();
  expect(load("server")).toContain("handler = undefined");
  expect(load("client-options")).toContain('"https://auth.example.com/auth"');
});

test("the app's own options of the client win", () => {
  const { load } = setUp({ client: "./src/session-options.ts" });
  expect(load("client-options")).toBe(
    'import own from "/project/src/session-options.ts";\nexport default { basePath: "/api/auth", ...own };',
  );
});

test("hands the name of the session's cookie to the server", () => {
  expect(setUp().load("server")).toContain("sessionCookie = undefined;");
  expect(setUp({ sessionCookie: "app.session" }).load("server")).toContain('= "app.session";');
});

test("islands wait for the client, and every request passes the middleware", () => {
  const { addMiddleware, injectScript } = setUp();
  expect(injectScript).toHaveBeenCalledExactlyOnceWith(
    "before-hydration",
    'import "@sojourn/astro/client";',
  );
  expect(addMiddleware.mock.calls[0]?.[0].order).toBe("pre");
});

test("bundlers keep the modules that an app imports only for their effects", () => {
  const { sideEffects } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  // `island` is not imported by the app, but does what the import of `client` is for.
  for (const name of ["client", "island", "middleware"]) {
    expect(sideEffects).toEqual(expect.arrayContaining([`./dist/${name}.js`, `./src/${name}.ts`]));
  }
});
