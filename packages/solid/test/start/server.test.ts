import { createSession } from "@sojourn/testing";
import { beforeEach, expect, test, vi } from "vitest";
import { createRequestSession } from "../../src/start/server.ts";

let event: ReturnType<typeof createEvent> | undefined;

// The one of a page always returns undefined.
vi.mock("solid-js/web", () => ({ getRequestEvent: () => event }));

const ada = createSession();
const renewal = "authjs.session-token=newer; Path=/; HttpOnly";

function createEvent(path: string, init: RequestInit = {}) {
  const headers = { "Sec-Fetch-Mode": "navigate", ...init.headers };
  const request = new Request(`https://app.example${path}`, { ...init, headers });
  return { request, response: { headers: new Headers() } };
}

/** As SolidStart makes it when it renders a page. */
function createPageEvent(path: string, init?: RequestInit) {
  return { ...createEvent(path, init), routes: [] };
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

test("a page gets the auth server's cookies, once", async () => {
  event = createPageEvent("/");
  await Promise.all([currentSession(), currentSession()]);
  await currentSession();
  expect(event.response.headers.getSetCookie()).toEqual([renewal]);
});

test("a page gets them also if its middleware has read the session", async () => {
  event = createEvent("/");
  await currentSession();
  expect(event.response.headers.getSetCookie()).toEqual([]);
  Object.assign(event, { routes: [] });
  await currentSession();
  expect(event.response.headers.getSetCookie()).toEqual([renewal]);
  expect(handler).toHaveBeenCalledOnce();
});

test("a page that clears the cookie itself keeps it cleared", async () => {
  const cleared = "authjs.session-token=; Max-Age=0";
  event = createPageEvent("/");
  event.response.headers.append("Set-Cookie", cleared);
  await currentSession();
  expect(event.response.headers.getSetCookie()).toEqual([cleared]);
});

const cors = { headers: { "Sec-Fetch-Mode": "cors" } };

test.each([
  ["a server function that the browser calls", createEvent("/_server", cors)],
  ["a query that runs with its answer, in a single flight", createPageEvent("/", cors)],
  ["a form without JavaScript", createEvent("/_server?id=1", { method: "POST" })],
  ["a page that answers a form", createPageEvent("/", { method: "POST" })],
  ["an API route that is fetched", createEvent("/api/orders", cors)],
  ["an API route that is visited, as one that signs out", createEvent("/api/leave")],
  // Solid Router has put its cache there.
  ["an API route that calls a query", Object.assign(createEvent("/api/a"), { router: {} })],
  ["a sign-out at the auth server", createEvent("/api/auth/signout", { method: "POST" })],
  ["a sign-in that comes back", createEvent("/api/auth/callback/github?code=1")],
])("%s gets none, because it may be, or come after, a sign-out", async (_, it) => {
  event = it;
  expect(await currentSession()).toEqual(ada);
  expect(event.response.headers.getSetCookie()).toEqual([]);
  expect(event.response.headers.get("Cache-Control")).toBe("private, no-store");
});

test.each([
  ["public, s-maxage=60", "private, no-store"],
  ["private, max-age=60", "private, max-age=60"],
])("a response that says %s is kept out of shared caches", async (own, expected) => {
  event = createPageEvent("/");
  event.response.headers.set("Cache-Control", own);
  await currentSession();
  expect(event.response.headers.get("Cache-Control")).toBe(expected);
});

test("a schema gives the session its type", async () => {
  const validate = () => ({ value: { expires: ada.expires, role: "admin" } });
  const schema = { "~standard": { version: 1, vendor: "test", validate } } as const;
  event = createEvent("/");
  const session = await createRequestSession(handler, { schema })();
  const role: string | undefined = session?.role;
  expect(role).toBe("admin");
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
