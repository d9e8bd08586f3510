import { useSession } from "@sojourn/react";
import { useSession as useSessionInVue } from "@sojourn/vue";
import type { APIContext } from "astro";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { createSSRApp } from "vue";
import { renderToString as renderToStringInVue } from "vue/server-renderer";
import { ALL } from "../src/endpoint.ts";
import { getIslandSession } from "../src/island.ts";
import { onRequest } from "../src/middleware.ts";
import { withSession } from "../src/react.ts";
import { provideSession } from "../src/vue.ts";

const ORIGIN = "http://localhost:4321";

interface Visit {
  path?: string;
  user?: string;
  headers?: Record<string, string>;
  context?: Record<string, unknown>;
  respond?: () => Response | Promise<Response>;
}

/** What an island shows when it is rendered. */
const islandUser = () => getIslandSession().rendered?.user?.name;

/** A page that renders its islands while it streams, after the middleware has got the response. */
function streamPage(): Response {
  const body = new ReadableStream({
    async start(controller) {
      for (const text of ["<html><head>", "</head><body>"]) {
        controller.enqueue(new TextEncoder().encode(text));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      controller.enqueue(new TextEncoder().encode(`Island: ${islandUser()}`));
      controller.close();
    },
  });
  return new Response(body, { headers: { "Content-Type": "text/html" } });
}

async function visit({ path = "/", user, headers, context, respond = streamPage }: Visit) {
  const cookie: Record<string, string> = user ? { cookie: `session=${user}` } : {};
  const locals: { session?: App.Locals["session"] } = {};
  const cache = { enabled: true, set: vi.fn<(input: unknown) => void>() };
  const url = new URL(path, ORIGIN);
  const loaded = { "Sec-Fetch-Mode": "navigate" };
  const request = new Request(url, { headers: { ...loaded, ...cookie, ...headers } });
  const all = { request, url, locals, cache, routePattern: path, isPrerendered: false, ...context };
  // The middleware uses no more of the context.
  const response = await onRequest(all as unknown as APIContext, async () => respond());
  if (!response) throw new Error("The middleware always responds.");
  return { response, locals, cache };
}

test("each page and its islands are rendered for the user of its request", async () => {
  const users = ["Ada", "Grace", undefined, "Ada", "Joan"];
  const visits = await Promise.all(users.map((user) => visit({ ...(user && { user }) })));
  const texts = await Promise.all(visits.map(({ response }) => response.text()));
  for (const [index, user] of users.entries()) {
    expect(texts[index]).toContain(`Island: ${user}`);
    expect(texts[index]).toContain(user ? `"name":"${user}"` : ">null<");
    expect(visits[index]?.locals.session?.user?.name).toBe(user);
  }
  expect(islandUser()).toBe(undefined);
});

test("islands of React and Vue are rendered for the user of their request", async () => {
  const Island = withSession(() => createElement("p", null, useSession().data?.user?.name));
  const setup = () => {
    const { data } = useSessionInVue();
    return () => data.value?.user?.name;
  };
  const renderIslands = async () => {
    const app = createSSRApp({ setup });
    provideSession(app);
    return new Response(renderToString(createElement(Island)) + (await renderToStringInVue(app)));
  };
  const names = ["Ada", "Grace", "Ada"];
  const visits = await Promise.all(names.map((user) => visit({ user, respond: renderIslands })));
  const texts = await Promise.all(visits.map(({ response }) => response.text()));
  expect(texts).toEqual(names.map((name) => `<p>${name}</p>${name}`));
});

test("a page brings the auth server's cookies, and no cache may share it", async () => {
  const respond = () =>
    new Response("<head>", {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "public, max-age=60",
        "Content-Length": "6",
        "Set-Cookie": "theme=dark",
      },
    });
  const { response, cache } = await visit({ user: "Ada", respond });
  expect(response.headers.getSetCookie()).toEqual(["theme=dark", "session=Ada; renewed"]);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(response.headers.has("content-length")).toBe(false);
  expect(cache.set).toHaveBeenCalledExactlyOnceWith(false);
});

test("where the session can't be read, the page has none, and its islands ask", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const { response, locals } = await visit({ user: "down" });
  expect(locals).toEqual({ session: undefined });
  expect(await response.text()).toBe("<html><head></head><body>Island: undefined");
  expect(log).toHaveBeenCalledOnce();
});

test("the session is that of the app's schema, in the locals and in the page", async () => {
  const { response, locals } = await visit({ user: "Ada" });
  expect(locals.session).not.toHaveProperty("token");
  expect(await response.text()).not.toContain("token");
});

test("by the app's own cookie it knows that a session could not be read", async () => {
  const { locals } = await visit({ user: "unread" });
  expect(locals).toEqual({ session: undefined });
  const request = new Request(`${ORIGIN}/api/auth/session`, {
    headers: { cookie: "session=unread" },
  });
  // The endpoint uses no more of the context.
  const response = await ALL({ request } as APIContext);
  expect(response.status).toBe(503);
});

test.each<[string, Visit]>([
  ["a page of the build", { context: { isPrerendered: true } }],
  ["an image", { context: { routePattern: "/_image" } }],
  ["a request to the auth server", { path: "/api/auth/session" }],
])("%s is not touched", async (_, given) => {
  const given200 = Response.json({});
  const { response, locals } = await visit({ ...given, user: "Ada", respond: () => given200 });
  expect(response).toBe(given200);
  expect(locals).toEqual({});
});

test("an endpoint gets the session and the cookies, unless caches may share its response", async () => {
  const own = await visit({ user: "Ada", respond: () => Response.json({}) });
  expect(own.locals.session?.user?.name).toBe("Ada");
  expect(own.response.headers.getSetCookie()).toEqual(["session=Ada; renewed"]);
  expect(own.response.headers.get("cache-control")).toBe("private, no-store");

  const headers = { "Cache-Control": "public, max-age=60" };
  const shared = await visit({ user: "Ada", respond: () => Response.json({}, { headers }) });
  expect(shared.response.headers.getSetCookie()).toEqual([]);
});

test.each([
  ["private, max-age=60", "private, max-age=60"],
  ["max-age=60", "private, no-store"],
])("a page or an endpoint that says %s is shared by no cache", async (own, expected) => {
  const types = ["text/html", "application/json"];
  const visits = types.map((type) => {
    const headers = { "Cache-Control": own, "Content-Type": type };
    return visit({ user: "Ada", respond: () => new Response("{}", { headers }) });
  });
  const found = (await Promise.all(visits)).map((it) => it.response.headers.get("cache-control"));
  expect(found).toEqual([expected, expected]);
});

test.each<[string, Visit]>([
  ["a page that `<ClientRouter />` fetches", { path: "/next" }],
  ["a server island", { path: "/_server-islands/User" }],
  ["an action", { path: "/_actions/save", respond: () => Response.json({}) }],
])("%s renews no cookie: after a sign-out in another tab it would bring it back", async (_, it) => {
  const headers = { "Sec-Fetch-Mode": "cors" };
  const { response, locals } = await visit({ ...it, user: "Ada", headers });
  expect(locals.session?.user?.name).toBe("Ada");
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
});

test("a page that signs out keeps the cookie that it has cleared", async () => {
  const cleared = "session=; Max-Age=0";
  const headers = { "Content-Type": "text/html", "Set-Cookie": cleared };
  const { response } = await visit({ user: "Ada", respond: () => new Response("", { headers }) });
  expect(response.headers.getSetCookie()).toEqual([cleared]);
});

test("a server island is rendered for the user, and brings no session of its own", async () => {
  const { response } = await visit({ path: "/_server-islands/User", user: "Ada" });
  expect(await response.text()).toBe("<html><head></head><body>Island: Ada");
});

test("a redirect keeps its status and its address", async () => {
  const { response } = await visit({ respond: () => Response.redirect(`${ORIGIN}/to`) });
  expect([response.status, response.headers.get("location")]).toEqual([302, `${ORIGIN}/to`]);
});
