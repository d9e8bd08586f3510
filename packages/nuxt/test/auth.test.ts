import { createSession, createTestClient, disconnected } from "@sojourn/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { guarded } from "../src/runtime/guarded.ts";
import auth from "../src/runtime/middleware/auth.ts";
import { nuxt, startNuxt } from "./support/nuxt-app.ts";
import { createRoute, runMiddleware } from "./support/run-middleware.ts";

const signInPage = "/auth/signin";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("on a server", () => {
  test("nobody is redirected to the sign-in page, which leads back", async () => {
    startNuxt("server", { signInPage });
    const route = createRoute("/orders?page=2");
    await runMiddleware(auth, createTestClient({ session: null }), route);
    expect(nuxt.navigateTo).toHaveBeenCalledExactlyOnceWith(
      "/auth/signin?callbackUrl=%2Forders%3Fpage%3D2",
      { external: true },
    );
    expect(guarded.has(route)).toBe(false);
  });

  test("a user is let in", async () => {
    startNuxt("server", { signInPage });
    const route = createRoute("/orders");
    const client = createTestClient({ session: createSession() });
    expect(await runMiddleware(auth, client, route)).toBeUndefined();
    expect(guarded.has(route)).toBe(true);
  });

  test("a session that could not be read sends nobody away, and is not read again", async () => {
    startNuxt("server", { signInPage });
    const client = createTestClient();
    expect(await runMiddleware(auth, client, createRoute("/orders"))).toBeUndefined();
    expect(client.server.requests).toEqual([]);
    expect(nuxt.navigateTo).not.toHaveBeenCalled();
  });

  test("the sign-in page itself is open to all, and is not left when the user signs out", async () => {
    startNuxt("server", { signInPage });
    const route = createRoute("/auth/signin?callbackUrl=%2Forders");
    await runMiddleware(auth, createTestClient({ session: null }), route);
    expect(nuxt.navigateTo).not.toHaveBeenCalled();
    expect(guarded.has(route)).toBe(false);
  });

  test("without a sign-in page of the app, the auth server's is asked for", async () => {
    startNuxt("server", { basePath: "/auth" });
    await runMiddleware(auth, createTestClient({ session: null }), createRoute("/orders"));
    const [to] = nuxt.navigateTo.mock.calls[0]!;
    expect(to).toBe("/auth/signin?callbackUrl=%2Forders");
  });

  test("an auth server at another origin is told the whole address to lead back to", async () => {
    startNuxt("server", { baseUrl: "https://auth.example" });
    await runMiddleware(auth, createTestClient({ session: null }), createRoute("/orders"));
    const [to] = nuxt.navigateTo.mock.calls[0]!;
    expect(to).toBe(
      "https://auth.example/api/auth/signin?callbackUrl=https%3A%2F%2Fapp.example%2Forders",
    );
  });
});

describe("in a browser", () => {
  test("nobody is led to the sign-in page by the router", async () => {
    startNuxt("client", { signInPage });
    const client = createTestClient({ session: null });
    const answer = await runMiddleware(auth, client, createRoute("/orders"));
    expect(answer).toBe("to /auth/signin?callbackUrl=%2Forders");
    expect(nuxt.navigateTo.mock.calls[0]![1]).toBeUndefined();
  });

  test("a navigation waits for the first answer, and costs no request after it", async () => {
    startNuxt("client", { signInPage });
    const client = createTestClient();
    const answer = await runMiddleware(auth, client, createRoute("/orders"));
    expect(answer).toBe("to /auth/signin?callbackUrl=%2Forders");
    await runMiddleware(auth, client, createRoute("/orders"));
    expect(client.server.count("GET session")).toBe(1);
  });

  test("a read that fails sends nobody away", async () => {
    startNuxt("client", { signInPage });
    const client = createTestClient();
    client.server.fault = disconnected();
    expect(await runMiddleware(auth, client, createRoute("/orders"))).toBeUndefined();
    expect(nuxt.navigateTo).not.toHaveBeenCalled();
  });

  test("a page that hydrates does not wait for the session", async () => {
    startNuxt("client", { signInPage }).isHydrating = true;
    const client = createTestClient();
    const route = createRoute("/orders");
    expect(await runMiddleware(auth, client, route)).toBeUndefined();
    expect(client.server.requests).toEqual([]);
    expect(guarded.has(route)).toBe(true);
  });

  test("a page that only the browser renders waits for it", async () => {
    const app = startNuxt("client", { signInPage });
    app.isHydrating = true;
    app.payload["serverRendered"] = false;
    await runMiddleware(auth, createTestClient(), createRoute("/orders"));
    expect(nuxt.navigateTo).toHaveBeenCalledOnce();
  });
});
