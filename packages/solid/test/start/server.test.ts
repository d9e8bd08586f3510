import { createSession } from "@sojourn/testing";
import { beforeEach, expect, test, vi } from "vitest";
import { createRequestSession } from "../../src/start/server.ts";

let event: ReturnType<typeof createEvent> | undefined;

// The one of a page always returns undefined.
vi.mock("solid-js/web", () => ({ getRequestEvent: () => event }));

const ada = createSession();
const renewal = "authjs.session-token=newer; Path=/; HttpOnly";

function createEvent(path: string, headers: HeadersInit = {}) {
  const request = new Request(`https://app.example${path}`, { headers });
  return { request, response: { headers: new Headers() } };
}

const handler = vi.fn<(request: Request) => Response>();
const currentSession = createRequestSession(handler);

beforeEach(() => {
  handler.mockReset();
  handler.mockImplementation(() => Response.json(ada, { headers: { "Set-Cookie": renewal } }));
});

test("reads once for all that ask within a request", async () => {
  event = createEvent("/");
  // A server function that is called while a page is rendered gets a copy of the event.
  const first = currentSession();
  event = { ...event };
  expect(await Promise.all([first, currentSession()])).toEqual([ada, ada]);
  expect(handler).toHaveBeenCalledOnce();
});

test("another request has a session of its own", async () => {
  event = createEvent("/");
  await currentSession();
  handler.mockImplementation(() => Response.json(null));
  event = createEvent("/");
  expect(await currentSession()).toBeNull();
});

test("a page gets the auth server's cookies", async () => {
  event = createEvent("/");
  await currentSession();
  expect(event.response.headers.getSetCookie()).toEqual([renewal]);
});

test("a call of a server function gets none, because it may arrive after a sign-out", async () => {
  event = createEvent("/_server", { "X-Server-Id": "1" });
  expect(await currentSession()).toEqual(ada);
  expect(event.response.headers.getSetCookie()).toEqual([]);
});

test("keeps the response out of shared caches before anything is known", () => {
  event = createEvent("/");
  void currentSession();
  expect(event.response.headers.get("Cache-Control")).toBe("private, no-store");
});

test("an auth server that fails is not taken for nobody", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  handler.mockImplementation(() => new Response("down", { status: 500 }));
  event = createEvent("/");
  expect(await currentSession()).toBeUndefined();
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

test("outside of a request it says so", () => {
  event = undefined;
  expect(currentSession).toThrow("no request");
});
