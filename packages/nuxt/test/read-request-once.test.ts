import { ada, disconnected } from "@sojourn/testing";
import { setResponseHeader, type H3Event } from "h3";
import { afterEach, describe, expect, test, vi } from "vitest";
import { getServerSession } from "../src/runtime/server/get-server-session.ts";
import { serve } from "./support/serve.ts";

const nameOf = async (event: H3Event): Promise<unknown> => {
  const session = await getServerSession(event);
  return session === undefined ? "unknown" : (session?.user?.name ?? "nobody");
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe("getServerSession()", () => {
  test("asks the app's own handler with the request's cookie", async () => {
    const server = serve(nameOf);
    const response = await server.get();
    expect(await response.json()).toEqual({ answer: ada.user.name });
    expect(server.auth.to("GET session").map(({ headers }) => headers.get("cookie"))).toEqual([
      "authjs.session-token=abc",
    ]);
  });

  test("reads once for each request, however often it is asked", async () => {
    const server = serve(async (event) => [await nameOf(event), await nameOf(event)]);
    const response = await server.get();
    expect(await response.json()).toEqual({ answer: [ada.user.name, ada.user.name] });
    expect(server.auth.count("GET session")).toBe(1);
    server.auth.user = null;
    const next = await server.get({ cookie: "" });
    expect(await next.json()).toEqual({ answer: ["nobody", "nobody"] });
  });

  test("a failure is no answer, and is logged", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const server = serve(nameOf);
    server.auth.fault = disconnected();
    expect(await (await server.get()).json()).toEqual({ answer: "unknown" });
    expect(log).toHaveBeenCalledOnce();
  });

  test("no cache may keep the response", async () => {
    const response = await serve(nameOf).get();
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });

  test("sends no cookie of the auth server, which might arrive after a sign-out", async () => {
    const server = serve(nameOf);
    server.cookies.push("authjs.session-token=def; Path=/");
    expect((await server.get()).headers.getSetCookie()).toEqual([]);
  });

  test("what the app says itself of caches is left", async () => {
    const server = serve(async (event) => {
      setResponseHeader(event, "cache-control", "private, max-age=5");
      return nameOf(event);
    });
    const response = await server.get();
    expect(response.headers.get("cache-control")).toBe("private, max-age=5");
    expect(await response.json()).toEqual({ answer: ada.user.name });
  });

  test("a request for the session itself reads none, or it would never end", async () => {
    const server = serve(nameOf);
    const response = await server.get({ "x-sojourn-read": "1" });
    expect(await response.json()).toEqual({ answer: "unknown" });
    expect(server.auth.requests).toEqual([]);
  });
});

const rules = (routeRules: object) => (event: H3Event) => {
  event.context["_nitro"] = { routeRules };
};

test.each<[string, (event: H3Event) => void]>([
  ["Nitro's cache", rules({ cache: { swr: true } })],
  ["the host's cache", rules({ isr: 60 })],
  ["shared caches", (event) => setResponseHeader(event, "cache-control", "s-maxage=60")],
  ["all caches", (event) => setResponseHeader(event, "cache-control", "public, max-age=60")],
])("a response that %s may keep has no session", async (_, prepare) => {
  const server = serve(async (event) => {
    prepare(event);
    return nameOf(event);
  });
  expect(await (await server.get()).json()).toEqual({ answer: "unknown" });
  expect(server.auth.requests).toEqual([]);
});
