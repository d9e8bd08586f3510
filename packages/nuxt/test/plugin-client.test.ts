import { createSession, createTestClient, type TestClient } from "@sojourn/testing";
import { afterEach, expect, test, vi } from "vitest";
import type { NuxtApp } from "nuxt/app";
import { guarded } from "../src/runtime/guarded.ts";
import plugin from "../src/runtime/plugin.client.ts";
import { nuxt, startNuxt } from "./support/nuxt-app.ts";
import { createRoute } from "./support/run-middleware.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Starts the app in a browser, with a client of the test. */
async function start(
  client: TestClient,
  config: Record<string, unknown> = {},
  payload: Record<string, unknown> = {},
) {
  const app = startNuxt("client", { signInPage: "/auth/signin", ...config });
  app.hook("sojourn:options", (options: { client: TestClient }) => void (options.client = client));
  Object.assign(app.payload, payload);
  const { data } = client.getSnapshot();
  if (data !== undefined) app.payload["sojourn"] = { session: data };
  // The plugin is an object, as Nuxt takes it.
  await (plugin as unknown as { setup(app: NuxtApp): Promise<void> }).setup(app as never);
  await app.callHook("app:mounted");
  return app;
}

const signOut = (client: TestClient) => client.signOut({ redirect: false });

test("a change has Nuxt fetch the page's data again, once", async () => {
  const client = createTestClient({ session: createSession() });
  await start(client);
  expect(nuxt.refreshNuxtData).not.toHaveBeenCalled();
  await signOut(client);
  await expect.poll(() => nuxt.refreshNuxtData.mock.calls.length).toBe(1);
});

test("a page in whose HTML is no session was rendered for nobody: its data follows the first one", async () => {
  const client = createTestClient();
  client.server.user = createSession().user;
  await start(client);
  await expect.poll(() => nuxt.refreshNuxtData.mock.calls.length).toBe(1);
});

test.each([
  ["such a page, if nobody is signed in", true, null],
  ["a page that only the browser renders", false, createSession().user],
])("%s, is not fetched again", async (_, serverRendered, user) => {
  const client = createTestClient();
  client.server.user = user;
  await start(client, {}, { serverRendered });
  await client.getSession();
  await expect.poll(() => client.getSnapshot().status).not.toBe("loading");
  expect(nuxt.refreshNuxtData).not.toHaveBeenCalled();
});

test("refreshOnChange: false fetches nothing again", async () => {
  const client = createTestClient({ session: createSession() });
  await start(client, { refreshOnChange: false });
  await signOut(client);
  expect(nuxt.refreshNuxtData).not.toHaveBeenCalled();
});

test("a page that auth has let a user into is left when nobody is signed in any more", async () => {
  const client = createTestClient({ session: createSession() });
  const { router } = await start(client);
  const route = createRoute("/orders?page=2");
  guarded.add(route);
  router.enter(route);
  expect(nuxt.navigateTo).not.toHaveBeenCalled();
  await signOut(client);
  await expect.poll(() => nuxt.navigateTo.mock.calls.length).toBe(1);
  expect(nuxt.navigateTo.mock.calls[0]![0]).toBe("/auth/signin?callbackUrl=%2Forders%3Fpage%3D2");
});

test.each([
  ["has been left", undefined, 0],
  ["could not be left", new Error("aborted"), 1],
])("a page that %s is watched accordingly", async (_, failure, navigations) => {
  const client = createTestClient({ session: createSession() });
  const { router } = await start(client);
  const route = createRoute("/orders");
  guarded.add(route);
  router.enter(route);
  router.enter(createRoute("/"), failure);
  await signOut(client);
  await expect.poll(() => nuxt.refreshNuxtData.mock.calls.length).toBe(1);
  expect(nuxt.navigateTo).toHaveBeenCalledTimes(navigations);
});

test("a page is not left before it has hydrated", async () => {
  const client = createTestClient({ session: null });
  const app = await start(client);
  app.isHydrating = true;
  const route = createRoute("/orders");
  guarded.add(route);
  app.router.enter(route);
  expect(nuxt.navigateTo).not.toHaveBeenCalled();
  await app.callHook("app:suspense:resolve");
  expect(nuxt.navigateTo).toHaveBeenCalledOnce();
});
