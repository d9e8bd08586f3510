// @vitest-environment node
import { expect, onTestFinished, test, vi } from "vitest";
import { createSessionHandle, toSignIn, type KitEvent } from "../../src/kit/server.ts";

/** As SvelteKit 2 has them. In version 3, `resolve` returns a promise. */
const createHandle = createSessionHandle<KitEvent, Response | Promise<Response>>;

const TOKEN = "authjs.session-token";
const ada = { user: { name: "Ada" }, expires: "2999-01-01T00:00:00.000Z" };

const noLocals = {} as App.Locals;

/** An event as SvelteKit makes it. By default the app has no page at the path. */
function createEvent(path: string, init?: RequestInit, routeId: string | null = null): KitEvent {
  const url = new URL(path, "http://app.test");
  return { request: new Request(url, init), url, route: { id: routeId }, locals: { ...noLocals } };
}

/** The auth server's handle: answers below `/auth/`, and hands the rest on. */
function createAuth(answer: (request: Request) => Response | Promise<Response>) {
  const asked = vi.fn<(request: Request) => void>();
  const handle = createHandle(({ event, resolve }) => {
    if (!event.url.pathname.startsWith("/auth/")) return resolve(event);
    asked(event.request);
    return answer(event.request);
  });
  return { handle, asked };
}

function createSession(...cookies: string[]): Response {
  return Response.json(ada, { headers: cookies.map((it) => ["Set-Cookie", it]) });
}

function clearCookie(): Response {
  return Response.json(null, { headers: { "Set-Cookie": `${TOKEN}=; Max-Age=0` } });
}

/** Renders a page that reads the session. */
async function readIn(event: KitEvent, auth: ReturnType<typeof createAuth>, response?: Response) {
  let session: unknown = "none";
  const sent = await auth.handle({
    event,
    async resolve({ locals }) {
      session = await locals.readSession();
      return response ?? new Response("page");
    },
  });
  return { session, headers: sent.headers };
}

const signedIn = { headers: { cookie: `${TOKEN}=a`, "Sec-Fetch-Mode": "navigate" } };

function silenceErrors() {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => log.mockRestore());
  return log;
}

test("a request's session is read once, with its cookies, however often it is asked for", async () => {
  const auth = createAuth(() => createSession());
  const event = createEvent("/", signedIn);
  const { session } = await readIn(event, auth);
  expect(await event.locals.readSession()).toBe(session);
  expect(session).toEqual(ada);
  expect(auth.asked).toHaveBeenCalledOnce();
  const [request] = auth.asked.mock.calls[0]!;
  expect(request.url).toBe("http://app.test/auth/session");
  expect(request.headers.get("cookie")).toBe(`${TOKEN}=a`);
});

test("a page that does not read the session is sent as it is", async () => {
  const auth = createAuth(() => createSession());
  const event = createEvent("/");
  const { headers } = await auth.handle({ event, resolve: () => new Response("page") });
  expect(auth.asked).not.toHaveBeenCalled();
  expect(headers.has("Cache-Control")).toBe(false);
});

test("what a handle passes to resolve() reaches SvelteKit, with the event of the page", async () => {
  const options = { preload: () => true };
  const resolve = vi.fn<() => Response>(() => new Response("page"));
  const event = createEvent("/auth/signin", {}, "/auth/signin");
  await createHandle((it) => it.resolve(it.event, options))({ event, resolve });
  expect(resolve).toHaveBeenCalledExactlyOnceWith(event, options);
});

test("nobody is signed in without a cookie", async () => {
  const auth = createAuth(() => Response.json(null));
  expect(await readIn(createEvent("/"), auth)).toMatchObject({ session: null });
});

test.each([
  ["answers an error", () => Response.json({ message: "down" }, { status: 500 })],
  ["throws", () => Promise.reject(new Error("down"))],
  // So does Auth.js v5, if its database is down.
  ["answers null, and keeps the cookie", () => Response.json(null)],
])("an auth server that %s says nothing about the user, and breaks no page", async (_, answer) => {
  silenceErrors();
  const { session } = await readIn(createEvent("/", signedIn), createAuth(answer));
  expect(session).toBeUndefined();
});

test("a handle that answers no reads is named", async () => {
  const log = silenceErrors();
  const handle = createHandle(({ event, resolve }) => resolve(event));
  const event = createEvent("/");
  await handle({ event, resolve: () => new Response("page") });
  expect(await event.locals.readSession()).toBeUndefined();
  expect(String(log.mock.calls[0])).toContain("http://app.test/auth/session");
});

test("the auth server's cookies are sent, and no cache may share the page", async () => {
  const auth = createAuth(() => createSession(`${TOKEN}=b; Path=/`, "authjs.callback-url=c"));
  const { headers } = await readIn(createEvent("/", signedIn), auth);
  expect(headers.getSetCookie()).toEqual([`${TOKEN}=b; Path=/`, "authjs.callback-url=c"]);
  expect(headers.get("Cache-Control")).toBe("private, no-store");
});

test("data of a soft navigation renews no cookie, which might have been cleared meanwhile", async () => {
  const auth = createAuth(() => createSession(`${TOKEN}=b; Path=/`));
  const event = createEvent("/", signedIn);
  event.request.headers.set("Sec-Fetch-Mode", "cors");
  const { headers } = await readIn(event, auth);
  expect(headers.getSetCookie()).toEqual([]);
  expect(headers.get("Cache-Control")).toBe("private, no-store");
});

test("the app may decide how the user's own browser caches its page", async () => {
  const auth = createAuth(() => createSession());
  const own = new Response("page", { headers: { "Cache-Control": "private, max-age=9" } });
  const { headers } = await readIn(createEvent("/"), auth, own);
  expect(headers.get("Cache-Control")).toBe("private, max-age=9");
});

test.each([TOKEN, `${TOKEN}.0`])("a sign-out after the read wins over its %s", async (name) => {
  const auth = createAuth(() => createSession(`${name}=b; Path=/`));
  const own = new Response("page", { headers: { "Set-Cookie": `${TOKEN}=; Max-Age=0` } });
  const { headers } = await readIn(createEvent("/?/signOut", signedIn), auth, own);
  expect(headers.getSetCookie()).toEqual([`${TOKEN}=; Max-Age=0`]);
});

const post = { method: "POST" };

test.each([
  ["a page at its path", "/auth/signin", {}, "/auth/signin", true],
  ["one in a group", "/auth/signin?callbackUrl=%2F", {}, "/(plain)/auth/signin", true],
  ["one below SvelteKit's base, with a slash", "/app/auth/signin/", {}, "/auth/signin", true],
  ["a named action", "/auth/signin?/signIn", post, "/auth/signin", true],
  ["the client's POST", "/auth/signin", post, "/auth/signin", false],
  ["a route for all paths", "/auth/providers", {}, "/[...path]", false],
  ["no route", "/auth/providers", {}, null, false],
] as const)("asked for %s, the app's own page answers: %s", async (_, path, init, id, isOwn) => {
  const handle = createHandle(({ event, resolve }) =>
    event.url.pathname.includes("/auth") ? new Response("auth server") : resolve(event),
  );
  const event = createEvent(path, init, id);
  const response = await handle({ event, resolve: () => new Response("app") });
  expect(await response.text()).toBe(isOwn ? "app" : "auth server");
});

test("an auth server without CSRF tokens gives an empty one, which no browser logs as an error", async () => {
  const { handle } = createAuth(() => new Response(null, { status: 404 }));
  const resolve = () => new Response("app", { status: 404 });
  const answer = await handle({ event: createEvent("/auth/csrf"), resolve });
  expect(await answer.json()).toEqual({ csrfToken: "" });
  for (const path of ["/auth/other", "/csrf"]) {
    expect(await handle({ event: createEvent(path), resolve })).toHaveProperty("status", 404);
  }
});

test.each([
  ["a session", signedIn, () => createSession(), 200],
  ["that nobody is signed in", {}, () => Response.json(null), 200],
  ["a cookie that it clears", signedIn, () => clearCookie(), 200],
  ["null, and keeps the cookie", signedIn, () => Response.json(null), 503],
])("to a browser that asks, the auth server says %s", async (_, init, answer, status) => {
  const { handle } = createAuth(answer);
  const event = createEvent("/auth/session", init);
  const response = await handle({ event, resolve: () => new Response("app") });
  expect(response.status).toBe(status);
  expect(await response.text()).toBe(status === 200 ? await answer().text() : "");
});

test("by a name of its own, the cookie that a failure leaves is known, here and in the browser's reads", async () => {
  const handle = createHandle(
    ({ event, resolve }) =>
      event.url.pathname.startsWith("/auth/") ? Response.json(null) : resolve(event),
    { sessionCookie: "app.session" },
  );
  const init = { headers: { cookie: "app.session=a" } };
  const resolve = () => new Response("app");
  const read = await handle({ event: createEvent("/auth/session", init), resolve });
  expect(read.status).toBe(503);
  const event = createEvent("/", init);
  await handle({ event, resolve });
  expect(await event.locals.readSession()).toBeUndefined();
});

test("the way to the sign-in page leads back to the page, and not to its data", () => {
  const event = {
    ...createEvent("/orders/__data.json?a=b"),
    url: new URL("http://app.test/orders?a=b"),
  };
  expect(toSignIn(event)).toBe("/auth/signin?callbackUrl=%2Forders%3Fa%3Db");
});
