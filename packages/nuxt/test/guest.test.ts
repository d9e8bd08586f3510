import { createSession, createTestClient } from "@sojourn/testing";
import { afterEach, expect, test, vi } from "vitest";
import guest from "../src/runtime/middleware/guest.ts";
import { startNuxt } from "./support/nuxt-app.ts";
import { createRoute, runMiddleware } from "./support/run-middleware.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(["client", "server"] as const)("on a %s, nobody may enter", async (where) => {
  startNuxt(where);
  const client = createTestClient({ session: null });
  expect(await runMiddleware(guest, client, createRoute("/welcome"))).toBeUndefined();
});

test.each([
  ["to the callbackUrl", "/welcome?callbackUrl=%2Forders%3Fpage%3D2", "/orders?page=2"],
  ["home without one", "/welcome", "/"],
  ["home from one of another origin", "/welcome?callbackUrl=https%3A%2F%2Fevil.example%2F", "/"],
])("a user is led on %s", async (_, asked, next) => {
  const { navigateTo } = startNuxt("server");
  const client = createTestClient({ session: createSession() });
  await runMiddleware(guest, client, createRoute(asked));
  expect(navigateTo).toHaveBeenCalledExactlyOnceWith(next, { replace: true });
});

test.each(["/", "/?from=mail", "/welcome?callbackUrl=%2Fwelcome"])(
  "a user is let in at %s, which would lead back to itself",
  async (asked) => {
    const { navigateTo } = startNuxt("server");
    const client = createTestClient({ session: createSession() });
    expect(await runMiddleware(guest, client, createRoute(asked))).toBeUndefined();
    expect(navigateTo).not.toHaveBeenCalled();
  },
);

test("a user is let in where a redirect of the home page has led back", async () => {
  const { navigateTo } = startNuxt("client");
  const client = createTestClient({ session: createSession() });
  const start = createRoute("/welcome");
  expect(await runMiddleware(guest, client, start)).toBe("to /");
  const back = { ...createRoute("/welcome"), redirectedFrom: start };
  expect(await runMiddleware(guest, client, back)).toBeUndefined();
  expect(await runMiddleware(guest, client, createRoute("/welcome"))).toBe("to /");
  expect(navigateTo).toHaveBeenCalledTimes(2);
});

test("a navigation waits for the first answer", async () => {
  startNuxt("client");
  const client = createTestClient();
  client.server.user = createSession().user;
  expect(await runMiddleware(guest, client, createRoute("/welcome"))).toBe("to /");
});

test("a page that hydrates does not wait, and stays", async () => {
  startNuxt("client").isHydrating = true;
  const client = createTestClient();
  client.server.user = createSession().user;
  expect(await runMiddleware(guest, client, createRoute("/welcome"))).toBeUndefined();
});
