import { ada } from "@sojourn/testing";
import { setResponseHeader, type H3Event } from "h3";
import { describe, expect, test } from "vitest";
import { nameOf } from "./support/name-of.ts";
import { serve } from "./support/serve.ts";

describe("what the app asks itself while it answers a request", () => {
  const ask = async (event: H3Event, headers?: HeadersInit): Promise<unknown> =>
    (await (await event.fetch("/data", headers && { headers })).json()).answer;

  test("does not read again", async () => {
    const server = serve(async (event) =>
      event.path === "/data" ? nameOf(event) : [await nameOf(event), await ask(event)],
    );
    expect(await (await server.get()).json()).toEqual({ answer: [ada.user.name, ada.user.name] });
    expect(server.auth.count("GET session")).toBe(1);
  });

  test("reads for other cookies, which may be somebody else's", async () => {
    const server = serve(async (event) =>
      event.path === "/data"
        ? nameOf(event)
        : [await nameOf(event), await ask(event, { cookie: "authjs.session-token=another" })],
    );
    await server.get();
    const cookies = server.auth.to("GET session").map(({ headers }) => headers.get("cookie"));
    expect(cookies).toEqual(["authjs.session-token=abc", "authjs.session-token=another"]);
  });

  test("makes the whole response private", async () => {
    const server = serve(async (event) => {
      if (event.path === "/data") return nameOf(event);
      setResponseHeader(event, "cache-control", "public, max-age=60");
      return ask(event);
    });
    const response = await server.get();
    expect(await response.json()).toEqual({ answer: ada.user.name });
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });

  test("has no session where a cache keeps the response", async () => {
    const server = serve(async (event) => {
      if (event.path === "/data") return nameOf(event);
      event.context["cache"] = { options: {} };
      return ask(event);
    });
    expect(await (await server.get()).json()).toEqual({ answer: "unknown" });
    expect(server.auth.requests).toEqual([]);
  });
});
