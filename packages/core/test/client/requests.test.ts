import { describe, expect, test } from "vitest";
import { createSessionClient, type Session, type SessionClientOptions } from "../../src/index.ts";
import { ada, json } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { failing, hanging } from "../support/faults.ts";

/** Reads the session once with these options, and tells what was asked of `fetch`. */
async function askWith(options: SessionClientOptions<Session>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, init });
    return Promise.resolve(json({ user: ada, expires: "2026-02-01T00:00:00.000Z" }));
  };
  const { tabs, finish } = openBrowser({ isWatched: false, client: { ...options, fetch } });
  await finish(tabs[0]!.client.getSession());
  expect(asked).toHaveLength(1);
  return asked[0]!;
}

describe("basePath", () => {
  test.each([
    [undefined, "/api/auth/session"],
    ["", "/api/auth/session"],
    ["/", "/api/auth/session"],
    ["/api/auth", "/api/auth/session"],
    ["/api/auth/", "/api/auth/session"],
    ["api/auth", "/api/auth/session"],
    ["cool-app", "/cool-app/session"],
    ["/cool-app/", "/cool-app/session"],
    ["//cool-app//", "/cool-app/session"],
    [" /cool-app ", "/cool-app/session"],
    ["/a/b/c", "/a/b/c/session"],
    ["https://x.example/custom/api/auth", "https://x.example/custom/api/auth/session"],
    ["https://x.example/custom/api/auth/", "https://x.example/custom/api/auth/session"],
    ["https://x.example", "https://x.example/api/auth/session"],
    ["https://x.example/", "https://x.example/api/auth/session"],
    ["http://localhost:3001/auth", "http://localhost:3001/auth/session"],
  ])("%j is asked at %s", async (basePath, expected) => {
    const { url } = await askWith({ basePath });
    expect(url).toBe(expected);
  });
});

describe("baseUrl", () => {
  test.each([
    ["https://auth.example", undefined, "https://auth.example/api/auth/session"],
    ["https://auth.example/", undefined, "https://auth.example/api/auth/session"],
    ["https://auth.example/custom", undefined, "https://auth.example/custom/session"],
    ["https://auth.example/custom/", undefined, "https://auth.example/custom/session"],
    ["https://auth.example", "/auth", "https://auth.example/auth/session"],
    ["https://auth.example/", "cool-app/", "https://auth.example/cool-app/session"],
    ["https://auth.example", "/", "https://auth.example/api/auth/session"],
    ["https://auth.example/custom", "/auth", "https://auth.example/auth/session"],
    ["https://auth.example", "https://x.example/auth", "https://x.example/auth/session"],
    ["auth.example", undefined, "https://auth.example/api/auth/session"],
    ["http://localhost:3000/api/auth", undefined, "http://localhost:3000/api/auth/session"],
    ["HTTPS://AUTH.EXAMPLE", undefined, "https://auth.example/api/auth/session"],
  ])("%j with the basePath %j is asked at %s", async (baseUrl, basePath, expected) => {
    const { url } = await askWith({ baseUrl, basePath });
    expect(url).toBe(expected);
  });

  test.each(["https://", "http://[", "https://a b"])("throws for %j, which is none", (baseUrl) => {
    expect(() => createSessionClient({ baseUrl })).toThrow(TypeError);
  });
});

describe("credentials", () => {
  test.each([
    [{}, "same-origin"],
    [{ basePath: "/auth" }, "same-origin"],
    [{ baseUrl: "https://auth.example" }, "include"],
    [{ basePath: "https://auth.example/auth" }, "include"],
  ])("with %j are %j", async (options, expected) => {
    const { init } = await askWith(options);
    expect(init.credentials ?? "same-origin").toBe(expected);
  });
});

test("asks past every cache, and can be aborted", async () => {
  const { init } = await askWith({});
  expect(init).toMatchObject({ cache: "no-store" });
  expect(init.method ?? "GET").toBe("GET");
  expect(init.body ?? null).toBeNull();
  expect(init.signal).toBeInstanceOf(AbortSignal);
});

describe("headers", () => {
  test("are sent with every request", async () => {
    const { server, tabs, advance, finish } = openBrowser({
      client: { headers: { "X-Tenant": "one" } },
    });
    await advance(100);
    await finish(tabs[0]!.client.signIn("credentials", { redirect: false, password: "Ada" }));
    await finish(tabs[0]!.client.update());
    await finish(tabs[0]!.client.signOut({ redirect: false }));
    expect(new Set(server.requests.map(({ endpoint }) => endpoint)).size).toBe(5);
    for (const { headers } of server.requests) expect(headers.get("X-Tenant")).toBe("one");
    expect(server.last("POST signout").headers.get("X-Auth-Return-Redirect")).toBe("1");
  });

  test("are asked for anew for each request, if they come from a function", async () => {
    let count = 0;
    const { server, tabs, advance, finish } = openBrowser({
      client: { headers: () => ({ "X-Count": String((count += 1)) }) },
    });
    await advance(100);
    await finish(tabs[0]!.client.getSession());
    expect(server.requests.map(({ headers }) => headers.get("X-Count"))).toEqual(["1", "2"]);
  });

  test("that cannot be had are an error, and nothing breaks", async () => {
    let isBroken = true;
    const { tabs, advance, finish } = openBrowser({
      user: ada,
      client: {
        headers: () => {
          if (isBroken) throw new Error("No token yet");
          return {};
        },
      },
    });
    await advance(1000);
    expect(tabs[0]!.client.getSnapshot()).toMatchObject({
      status: "unauthenticated",
      error: { code: "request" },
    });
    isBroken = false;
    await expect(finish(tabs[0]!.client.getSession())).resolves.toMatchObject({ user: ada });
  });
});

describe("fetch", () => {
  test("of the options replaces the environment's", async () => {
    const { server, tabs, advance } = openBrowser({
      client: { fetch: () => Promise.resolve(json({ user: ada })) },
    });
    await advance(100);
    expect(server.requests).toHaveLength(0);
    expect(tabs[0]!.shows()).toBe("Ada");
  });

  test("that throws at once is an error like any other", async () => {
    const { tabs, advance } = openBrowser({
      client: {
        fetch: () => {
          throw new TypeError("Blocked by an extension");
        },
      },
    });
    await advance(1000);
    expect(tabs[0]!.client.getSnapshot().error).toMatchObject({ code: "network" });
    expect(tabs[0]!.client.getSnapshot().error!.cause).toBeInstanceOf(TypeError);
  });
});

test("timeoutMs gives up what reads, and mutationTimeoutMs what does more", async () => {
  const options = { timeoutMs: 100, mutationTimeoutMs: 500 };
  const { server, tabs, advance, finish } = openBrowser({ user: ada, client: options });
  await advance(100);
  server.fault = failing("POST signout", hanging);
  const { client } = tabs[0]!;
  const signingOut = client.signOut({ redirect: false });
  await expect(finish(signingOut, 450)).rejects.toThrow("Still pending");
  await expect(finish(signingOut, 100)).rejects.toMatchObject({ code: "timeout" });
  server.fault = failing("GET providers", hanging);
  await expect(finish(client.getProviders(), 150)).rejects.toMatchObject({ code: "timeout" });
});

test("a session is taken as the server's callback has shaped it", async () => {
  const { tabs, advance, finish, server } = openBrowser();
  const session = { expires: "2026-02-01T00:00:00.000Z", accessToken: "abc", roles: [{ id: 1 }] };
  server.fault = failing("GET session", () => json(session));
  await advance(100);
  expect(tabs[0]!.client.getSnapshot()).toMatchObject({ status: "authenticated" });
  expect(tabs[0]!.client.getSnapshot().data).toEqual(session);
  await expect(finish(tabs[0]!.client.getSession())).resolves.toEqual(session);
});

test.each([[null], ["Ada"], [5]])("a server whose `user` is %j breaks nothing", async (user) => {
  const { tabs, advance, server } = openBrowser({ user: ada });
  await advance(10_000);
  server.fault = failing("GET session", () => json({ user, expires: "2026-02-01T00:00:00.000Z" }));
  tabs[0]!.tab.show();
  await advance(100);
  server.fault = undefined;
  await advance(60_000);
  tabs[0]!.tab.show();
  await advance(100);
  expect(tabs[0]!.client.getSnapshot()).toMatchObject({ status: "authenticated", error: null });
  expect(tabs[0]!.shows()).toBe("Ada");
});
