import type { Session, SessionSchema } from "@sojourn/core";
import { ada, disconnected } from "@sojourn/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { getServerSession } from "../src/runtime/server/get-server-session.ts";
import { nameOf } from "./support/name-of.ts";
import { serve } from "./support/serve.ts";

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

  test("sends no cookie of the auth server, which might arrive after a sign-out", async () => {
    const server = serve(nameOf);
    server.cookies.push("authjs.session-token=def; Path=/");
    expect((await server.get()).headers.getSetCookie()).toEqual([]);
  });

  test("a request for the session itself reads none, or it would never end", async () => {
    const names: unknown[] = [];
    const server = serve(nameOf, async (event) => {
      if (event.path.startsWith("/api/auth")) names.push(await nameOf(event));
    });
    expect(await (await server.get()).json()).toEqual({ answer: ada.user.name });
    expect(names).toEqual(["unknown"]);
  });

  test("nor do the requests that the auth server's handler sends to the app", async () => {
    const server = serve(nameOf, async (event) => {
      if (event.path.startsWith("/api/auth")) await event.fetch("/page");
    });
    expect(await (await server.get()).json()).toEqual({ answer: ada.user.name });
    expect(server.auth.count("GET session")).toBe(1);
  });

  test("no header of a browser turns the read off", async () => {
    const response = await serve(nameOf).get({ "x-sojourn-read": "1" });
    expect(await response.json()).toEqual({ answer: ada.user.name });
  });

  test("a schema parses the session, for the caller who has given it", async () => {
    const schema: SessionSchema<{ name: string; expires: string }> = {
      "~standard": {
        version: 1,
        vendor: "test",
        validate: (value) => ({ value: { name: (value as Session).user!.name!, expires: "" } }),
      },
    };
    const server = serve(async (event) => {
      const parsed = await getServerSession(event, { schema });
      return [parsed?.name, await nameOf(event)];
    });
    expect(await (await server.get()).json()).toEqual({ answer: [ada.user.name, ada.user.name] });
    expect(server.auth.count("GET session")).toBe(1);
  });
});
