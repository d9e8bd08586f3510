import { Component, type EnvironmentProviders } from "@angular/core";
import { provideRouter, Router, type Route, type Routes } from "@angular/router";
import { createAuthServer, createSession, createTestClient, failing } from "@sojourn/testing";
import { createSessionClient } from "@sojourn/core";
import { createMemoryWorld } from "@sojourn/core/memory";
import { expect, test, vi } from "vitest";
import { provideSojourn, type SojournOptions } from "../src/index.ts";
import { guestGuard, reloadOnChange, signedInGuard } from "../src/router.ts";
import { startApp } from "./support/start-app.ts";

const Empty = Component({ selector: "test-empty", template: "" })(
  class {
    readonly isEmpty = true;
  },
);
const page = (path: string, more: Route = {}): Route => ({ path, component: Empty, ...more });

async function startRouter(routes: Routes, options: SojournOptions, setup: () => void = () => {}) {
  const providers: EnvironmentProviders[] = [
    provideRouter([page(""), page("auth/signin"), page("login"), ...routes]),
    provideSojourn(options),
  ];
  const { application, leave } = await startApp(setup, providers);
  const router = application.injector.get(Router);
  const go = async (url: string): Promise<string> => {
    await router.navigateByUrl(url);
    return router.url;
  };
  return { router, go, leave };
}

const nobody = () => ({ client: createTestClient({ session: null }) });
const ada = () => ({ client: createTestClient({ session: createSession() }) });

test.each([
  ["canActivate", page("orders", { canActivate: [signedInGuard] })],
  ["canActivateChild", { path: "", canActivateChild: [signedInGuard], children: [page("orders")] }],
  ["canMatch", page("orders", { canMatch: [signedInGuard] })],
])("%s: nobody goes to the sign-in page, which leads back", async (_, route) => {
  const { go, router } = await startRouter([route], nobody());
  await go("/orders?from=mail#top");
  const { queryParams } = router.parseUrl(router.url);
  expect(router.url).toMatch(/^\/auth\/signin\?/);
  expect(queryParams["callbackUrl"]).toBe("/orders?from=mail#top");
});

test.each([
  ["canActivate", page("orders", { canActivate: [signedInGuard] })],
  ["canMatch", page("orders", { canMatch: [signedInGuard] })],
])("%s: a user gets to the page", async (_, route) => {
  const { go } = await startRouter([route], ada());
  expect(await go("/orders")).toBe("/orders");
});

test("the sign-in page may be another one, with a query of its own", async () => {
  const routes = [page("orders", { canActivate: [signedInGuard] })];
  const { go } = await startRouter(routes, { ...nobody(), signInPage: "/login?tenant=a" });
  expect(await go("/orders")).toBe("/login?tenant=a&callbackUrl=%2Forders");
});

test("a guard waits for the first answer", async () => {
  const client = createTestClient();
  client.server.user = { name: "Ada" };
  const routes = [page("orders", { canActivate: [signedInGuard] })];
  const { go } = await startRouter(routes, { client });
  expect(await go("/orders")).toBe("/orders");
  await go("/");
  await go("/orders");
  expect(client.server.count("GET session")).toBe(1);
});

test("a read that fails sends nobody away", async () => {
  const client = createTestClient();
  client.server.fault = failing(503);
  const routes = [
    page("orders", { canActivate: [signedInGuard] }),
    page("welcome", { canActivate: [guestGuard] }),
  ];
  const { go } = await startRouter(routes, { client });
  expect(await go("/orders")).toBe("/orders");
  expect(await go("/welcome")).toBe("/welcome");
});

test("a guard knows what another tab has done, though no component uses the session", async () => {
  const server = createAuthServer({ origin: "https://app.example", user: { name: "Ada" } });
  const world = createMemoryWorld({ fetch: server.fetch });
  const { environment } = world.openTab({ url: "https://app.example/" });
  const other = world.openTab({ url: "https://app.example/" });
  const session = createSession();
  const routes = [page("orders", { canActivate: [signedInGuard] })];
  const { go, router } = await startRouter(routes, { environment, session });
  expect(await go("/orders")).toBe("/orders");
  await go("/");

  const there = createSessionClient({ environment: other.environment, session });
  there.subscribe(() => {});
  await world.clock.advance(10_000);
  const left = there.signOut({ redirect: false });
  await world.clock.advance(1000);
  await left;
  await router.navigateByUrl("/orders");
  expect(router.url).toMatch(/^\/auth\/signin/);
});

test.each([
  ["/auth/signin", "/"],
  ["/auth/signin?callbackUrl=%2Forders%3Fpage%3D2", "/orders?page=2"],
  ["/auth/signin?callbackUrl=http%3A%2F%2Flocalhost%3A3000%2Forders", "/orders"],
  ["/auth/signin?callbackUrl=https%3A%2F%2Fevil.example%2Forders", "/"],
  ["/auth/signin?callbackUrl=%2F%2Fevil.example%2Forders", "/"],
  ["/auth/signin?callbackUrl=http%3A%2F%2F%5Bbroken", "/"],
])("guestGuard: a user who is at %s goes to %s", async (from, to) => {
  const routes = [page("orders")];
  const { router } = await startRouter(routes, ada());
  router.resetConfig([
    page("auth/signin", { canActivate: [guestGuard] }),
    page("orders"),
    page(""),
  ]);
  await router.navigateByUrl(from);
  expect(router.url).toBe(to);
});

test.each([
  ["the page is /", [page("", { canActivate: [guestGuard] })], "/", "/"],
  [
    "/ leads to the page",
    [
      { path: "", pathMatch: "full", redirectTo: "join" },
      page("join", { canActivate: [guestGuard] }),
    ],
    "/join",
    "/join",
  ],
  [
    "the page is its own callbackUrl",
    [page("join", { canMatch: [guestGuard] })],
    "/join?callbackUrl=%2Fjoin",
    "/join?callbackUrl=%2Fjoin",
  ],
] satisfies [string, Routes, string, string][])(
  "guestGuard: a user is not led around for ever if %s",
  async (_, routes, from, to) => {
    const { router } = await startRouter([], ada());
    router.resetConfig(routes);
    await router.navigateByUrl(from);
    expect(router.url).toBe(to);
  },
);

test.each([
  ["the guard covers the sign-in page", page("auth/signin")],
  ["the sign-in page leads to a page with the guard", page("login")],
])("signedInGuard: nobody is led around for ever if %s", async (_, target) => {
  const { router } = await startRouter([], nobody());
  router.resetConfig([
    { path: "", canActivateChild: [signedInGuard], children: [target, page("orders")] },
    { path: "auth/signin", redirectTo: "login" },
  ]);
  await router.navigateByUrl("/orders");
  expect(router.url).toBe(`/${target.path}?callbackUrl=%2Forders`);
});

test("guestGuard: nobody gets to the page", async () => {
  const { go } = await startRouter([page("join", { canActivate: [guestGuard] })], nobody());
  expect(await go("/join")).toBe("/join");
});

test("reloadOnChange runs guards and resolvers again after a change, once", async () => {
  const load = vi.fn<() => string>(() => "");
  const options = ada();
  const routes = [
    page("orders", { resolve: { it: load }, runGuardsAndResolvers: "always" }),
    page("mine", { canActivate: [signedInGuard], runGuardsAndResolvers: "always" }),
  ];
  const { go, router } = await startRouter(routes, options, () => reloadOnChange());
  await go("/orders");
  expect(load).toHaveBeenCalledOnce();
  await options.client.update({ name: "Countess" });
  await expect.poll(() => load).toHaveBeenCalledTimes(2);
  await go("/mine");
  await options.client.signOut({ redirect: false });
  await expect.poll(() => router.url).toMatch(/^\/auth\/signin/);
});

test("reloadOnChange lets a navigation end first", async () => {
  let finish = (): void => {};
  const load = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (finish = resolve)));
  const options = ada();
  const routes = [page("slow", { resolve: { it: load } })];
  const { router } = await startRouter(routes, options, () => reloadOnChange());
  const navigation = router.navigateByUrl("/slow");
  await expect.poll(() => load).toHaveBeenCalled();
  await options.client.signOut({ redirect: false });
  await new Promise((resolve) => setTimeout(resolve, 20));
  finish();
  expect(await navigation).toBe(true);
  expect(router.url).toBe("/slow");
});
