import { ada, disconnected } from "@sojourn/testing";
import type { SojournOptions } from "@sojourn/vue";
import { setCookie, type H3Event } from "h3";
import type { NuxtApp } from "nuxt/app";
import { afterEach, expect, test, vi } from "vitest";
import plugin from "../src/runtime/plugin.server.ts";
import { startNuxt } from "./support/nuxt-app.ts";
import { serve } from "./support/serve.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Renders one page, and answers with what its payload has. */
function servePage(
  config: Record<string, unknown> = {},
  change?: (it: SojournOptions) => void,
  middleware?: (event: H3Event) => void,
) {
  return serve(async (event) => {
    const nuxt = startNuxt("server", config);
    nuxt.event = event;
    if (change) nuxt.hook("sojourn:options", change);
    // The plugin is an object, as Nuxt takes it.
    await (plugin as unknown as { setup(app: NuxtApp): Promise<void> }).setup(nuxt as never);
    return nuxt.payload["sojourn"];
  }, middleware);
}

test("the payload has the session, and the auth server's cookies are sent along", async () => {
  const server = servePage();
  server.cookies.push("authjs.session-token=def; Path=/", "other=1");
  const response = await server.get({ accept: "text/html" });
  const { answer } = await response.json();
  expect(answer.session.user).toEqual(ada.user);
  expect(response.headers.getSetCookie()).toEqual(["authjs.session-token=def; Path=/", "other=1"]);
});

test.each([
  [{ "sec-fetch-mode": "navigate" }, 1],
  [{ "sec-fetch-mode": "cors", accept: "text/html" }, 0],
  [{ "sec-fetch-mode": "no-cors" }, 0],
  [{ accept: "image/*" }, 0],
])("a response to %j sends %i cookies", async (headers, count) => {
  const server = servePage();
  server.cookies.push("authjs.session-token=def; Path=/");
  const response = await server.get(headers);
  expect(response.headers.getSetCookie()).toHaveLength(count);
  expect((await response.json()).answer.session.user).toEqual(ada.user);
});

test("a cookie that the response sets itself counts more", async () => {
  const server = servePage({}, undefined, (event) => {
    if (event.path === "/page") setCookie(event, "authjs.session-token", "", { maxAge: 0 });
  });
  server.cookies.push("authjs.session-token=def; Path=/", "authjs.session-token.1=ghi", "other=1");
  const response = await server.get({ accept: "text/html" });
  expect(response.headers.getSetCookie()).toEqual([
    "authjs.session-token=; Max-Age=0; Path=/",
    "other=1",
  ]);
});

test("a database that is down is known by the cookie that the app has named", async () => {
  const server = servePage({ sessionCookie: "sid" });
  server.auth.user = null;
  const response = await server.get({ cookie: "sid=abc" });
  expect((await response.json()).answer).toBeNull();
});

test("that nobody is signed in is known, too", async () => {
  const server = servePage();
  server.auth.user = null;
  const response = await server.get({ cookie: "" });
  expect((await response.json()).answer).toEqual({ session: null });
});

test("after a failure the browser is told nothing, and asks", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const server = servePage();
  server.auth.fault = disconnected();
  expect((await (await server.get()).json()).answer).toBeNull();
});

test("readOnServer: false reads nothing, and leaves caches alone", async () => {
  const server = servePage({ readOnServer: false });
  const response = await server.get();
  expect((await response.json()).answer).toBeNull();
  expect(response.headers.get("cache-control")).toBeNull();
  expect(server.auth.requests).toEqual([]);
});

test("a page that is rendered at build is rendered for nobody in particular", async () => {
  vi.stubGlobal("isPrerendering", true);
  const server = servePage();
  expect((await (await server.get()).json()).answer).toBeNull();
  expect(server.auth.requests).toEqual([]);
});

test("the hook changes the options of the read and of the client", async () => {
  const server = servePage({}, (options) => void (options.basePath = "/elsewhere"));
  vi.spyOn(console, "error").mockReturnValue();
  await server.get();
  expect(server.auth.count("GET session")).toBe(0);
});
