import { ada } from "@sojourn/testing";
import { setResponseHeader, type H3Event } from "h3";
import { describe, expect, test } from "vitest";
import { nameOf } from "./support/name-of.ts";
import { serve } from "./support/serve.ts";

describe("the response of a request whose session was read", () => {
  test("no cache may keep the response", async () => {
    const response = await serve(nameOf).get();
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });

  test.each(["private, max-age=5", "no-store"])("the app's own %s is left", async (header) => {
    const server = serve(async (event) => {
      setResponseHeader(event, "cache-control", header);
      return nameOf(event);
    });
    const response = await server.get();
    expect(response.headers.get("cache-control")).toBe(header);
    expect(await response.json()).toEqual({ answer: ada.user.name });
  });

  test.each<[string, "before" | "after"]>([
    ["max-age=60", "before"],
    ['private="set-cookie", max-age=60', "before"],
    ["public, max-age=60", "after"],
    ["s-maxage=60", "after"],
  ])("%s, which shared caches understand, is replaced if set %s the read", async (header, when) => {
    const server = serve(async (event) => {
      const set = (): void => setResponseHeader(event, "cache-control", header);
      if (when === "before") set();
      const name = await nameOf(event);
      if (when === "after") set();
      return name;
    });
    const response = await server.get();
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await response.json()).toEqual({ answer: ada.user.name });
  });

  test("that of a returned Response is replaced, too", async () => {
    const server = serve(
      async () => null,
      async (event) => {
        if (event.path !== "/page") return undefined;
        return new Response(String(await nameOf(event)), {
          headers: { "cache-control": "s-maxage=9" },
        });
      },
    );
    const response = await server.get();
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await response.text()).toBe(ada.user.name);
  });

  test("a response for which nobody has asked is left", async () => {
    const server = serve(async (event) => {
      setResponseHeader(event, "cache-control", "max-age=60");
    });
    expect((await server.get()).headers.get("cache-control")).toBe("max-age=60");
  });
});

const rules = (routeRules: object) => (event: H3Event) => {
  event.context["_nitro"] = { routeRules };
};

test.each<[string, (event: H3Event) => void]>([
  ["Nitro's cache", rules({ cache: { swr: true } })],
  ["the cache of a handler", (event) => void (event.context["cache"] = { options: {} })],
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
