import { afterEach, describe, expect, test, vi } from "vitest";
import {
  createSessionReader,
  readSession,
  reportFailedReads,
  toSignIn,
  type AuthHandler,
} from "../../src/features/server.ts";
import { ada, json } from "../support/auth-server.ts";

const session = { user: ada, expires: "2026-02-01T00:00:00.000Z" };
const COOKIE = "__Secure-authjs.session-token=abc";

function createHandler(answer: AuthHandler = () => json(session)) {
  const asked: Request[] = [];
  const handler: AuthHandler = (request) => {
    asked.push(request);
    return answer(request);
  };
  return { asked, handler };
}

function createRequest(
  headers: Record<string, string> = { cookie: COOKIE },
  path = "/orders?page=2",
  origin = "https://app.example",
) {
  return new Request(`${origin}${path}`, { headers });
}

function withCookies(body: unknown, ...cookies: string[]): Response {
  const response = json(body);
  for (const cookie of cookies) response.headers.append("Set-Cookie", cookie);
  return response;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("readSession()", () => {
  test("asks the handler for the session, at the request's origin", async () => {
    const { asked, handler } = createHandler();
    const answer = await readSession(createRequest(), handler);
    expect(answer.session).toEqual(session);
    expect(asked.map(({ method, url }) => [method, url])).toEqual([
      ["GET", "https://app.example/api/auth/session"],
    ]);
  });

  test("asks below basePath", async () => {
    const { asked, handler } = createHandler();
    await readSession(createRequest(), handler, { basePath: "/auth" });
    expect(asked[0]!.url).toBe("https://app.example/auth/session");
  });

  test("sends the cookie and what says the address, and nothing else of the request", async () => {
    const { asked, handler } = createHandler();
    const forwarded = {
      cookie: COOKIE,
      host: "app.internal",
      "x-forwarded-host": "app.example",
      "x-forwarded-proto": "https",
    };
    const others = { authorization: "Bearer secret", "if-none-match": '"1"', range: "bytes=0-9" };
    await readSession(createRequest({ ...forwarded, ...others }), handler);
    expect(Object.fromEntries(asked[0]!.headers)).toEqual(forwarded);
  });

  test("does not post the request's body again", async () => {
    const { asked, handler } = createHandler();
    const post = new Request("https://app.example/orders", { method: "POST", body: "{}" });
    await readSession(post, handler);
    expect(asked[0]!.method).toBe("GET");
    expect(asked[0]!.body).toBeNull();
    expect(post.bodyUsed).toBe(false);
  });

  test("returns each Set-Cookie of the auth server, and no other header", async () => {
    const cookies = [`${COOKIE}; Path=/`, "authjs.callback-url=x; Expires=Thu, 01 Jan 2026"];
    const { handler } = createHandler(() => withCookies(session, ...cookies));
    const { headers } = await readSession(createRequest(), handler);
    expect(headers.getSetCookie()).toEqual(cookies);
    expect([...new Set(headers.keys())]).toEqual(["set-cookie"]);
  });

  test("keeps nothing from one request to the next", async () => {
    const answers = await Promise.all([
      readSession(createRequest(), () => withCookies(session, `${COOKIE}; Path=/`)),
      readSession(createRequest({}), () => json(null)),
    ]);
    expect(answers.map((it) => it.session)).toEqual([session, null]);
    expect(answers[1].headers.getSetCookie()).toEqual([]);
  });

  test.each([
    ["null without a cookie", {}, () => json(null)],
    ["{} without a cookie", {}, () => json({})],
    ["a 401", { cookie: COOKIE }, () => withCookies({}, `${COOKIE}; Max-Age=0`)],
    [
      "null, and clears a cookie that it does not accept",
      { cookie: COOKIE },
      () => withCookies(null, "authjs.session-token=; Max-Age=0"),
    ],
    [
      "null, and clears a part of a long cookie",
      { cookie: "__Secure-authjs.session-token.0=abc; __Secure-authjs.session-token.1=def" },
      () => withCookies(null, "__Secure-authjs.session-token.0=; Max-Age=0"),
    ],
    ["null to another server's cookie", { cookie: "next-auth.session-token=x" }, () => json(null)],
    ["null to an empty cookie", { cookie: "authjs.session-token=; a=1" }, () => json(null)],
    [
      "null to a cookie from before the app had https",
      { cookie: "authjs.session-token=x" },
      () => json(null),
    ],
    [
      "null to a name that only ends alike",
      { cookie: "my-authjs.session-token=x" },
      () => json(null),
    ],
  ])("resolves to null where the server answers %s", async (_, headers, answer) => {
    const { handler } = createHandler(answer);
    await expect(readSession(createRequest(headers), handler)).resolves.toMatchObject({
      session: null,
    });
  });

  test.each([
    ["authjs.session-token=abc"],
    ["a=1; authjs.session-token=abc"],
    ["__Secure-authjs.session-token=abc"],
    ["authjs.session-token.0=abc; authjs.session-token.1=def"],
  ])("resolves to undefined where the database is down, and leaves %s", async (cookie) => {
    // Auth.js answers so: it logs the error, and neither clears nor renews the cookie.
    const { handler } = createHandler(() => withCookies(null, "authjs.callback-url=x; Path=/"));
    const origin = cookie.startsWith("__") ? "https://app.example" : "http://localhost:3000";
    const answer = await readSession(createRequest({ cookie }, "/", origin), handler);
    expect(answer.session).toBeUndefined();
  });

  test.each([["app.session=abc"], ["a=1; __Host-app.session.0=abc"]])(
    "knows by sessionCookie that a failure leaves a cookie with a name of its own: %s",
    async (cookie) => {
      const request = createRequest({ cookie });
      const options = { sessionCookie: "app.session" };
      const left = await readSession(request, () => json(null), options);
      expect(left.session).toBeUndefined();
      const cleared = withCookies(null, "__Host-app.session.0=; Max-Age=0");
      const answer = await readSession(request, () => cleared, options);
      expect(answer.session).toBeNull();
    },
  );

  test("takes no leftover cookie of Auth.js for the session, where sessionCookie names another", async () => {
    const options = { sessionCookie: "__Secure-app.session" };
    const answer = await readSession(createRequest(), () => json(null), options);
    expect(answer.session).toBeNull();
  });

  test.each<[string, AuthHandler]>([
    ["500", () => json({}, 500)],
    ["HTML", () => new Response("<!doctype html>")],
    ["with an error", () => Promise.reject(new Error("The database is down"))],
    ["with an error that is thrown", () => raise()],
    // The types forbid it. Code without types may do it.
    ["nothing", () => undefined as unknown as Response],
  ])("resolves to undefined, and logs it, where the handler answers %s", async (_, answer) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { handler } = createHandler(answer);
    await expect(readSession(createRequest(), handler)).resolves.toMatchObject({
      session: undefined,
    });
    expect(log).toHaveBeenCalledOnce();
  });

  test("gives up a handler that does not answer", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { handler } = createHandler(() => new Promise<Response>(() => {}));
    const answer = await readSession(createRequest(), handler, { timeoutMs: 5 });
    expect(answer.session).toBeUndefined();
    expect(log.mock.calls[0]![1]).toMatchObject({ code: "timeout" });
  });

  test("gives the session the type and the values of a schema", async () => {
    const { handler } = createHandler();
    const schema = {
      "~standard": {
        version: 1,
        vendor: "test",
        validate: () => ({ value: { expires: session.expires, role: "admin" } }),
      },
    } as const;
    const answer = await readSession(createRequest(), handler, { schema });
    const role: string | undefined = answer.session?.role;
    expect(role).toBe("admin");
  });
});

function raise(): never {
  throw new Error("The database is down");
}

describe("createSessionReader()", () => {
  const renewed = `${COOKIE}; Path=/`;
  const page = { cookie: COOKIE, "Sec-Fetch-Mode": "navigate" };

  test("reads the session once for all that ask, and not before", async () => {
    const { asked, handler } = createHandler();
    const reader = createSessionReader(createRequest(), handler);
    expect(asked).toEqual([]);
    await expect(Promise.all([reader.read(), reader.read()])).resolves.toEqual([session, session]);
    expect(asked).toHaveLength(1);
  });

  test("leaves a response alone for which nothing was read", () => {
    const { handler } = createHandler();
    const response = new Response("page");
    expect(createSessionReader(createRequest(), handler).complete(response)).toBe(response);
  });

  test("adds the auth server's cookies, and keeps the response from shared caches", async () => {
    const reader = createSessionReader(createRequest(page), () => withCookies(session, renewed));
    await reader.read();
    const completed = reader.complete(
      new Response("page", { status: 203, headers: [["Set-Cookie", "theme=dark"]] }),
    );
    expect(completed.headers.getSetCookie()).toEqual(["theme=dark", renewed]);
    expect(completed.headers.get("Cache-Control")).toBe("private, no-store");
    expect([completed.status, await completed.text()]).toEqual([203, "page"]);
  });

  const html = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
  test.each<[string, string[], RequestInit]>([
    ["a page", [renewed], { headers: { "Sec-Fetch-Mode": "navigate" } }],
    ["a page by http", [renewed], { headers: { Accept: html } }],
    ["data", [], { headers: { "Sec-Fetch-Mode": "cors" } }],
    ["data of the same origin", [], { headers: { "Sec-Fetch-Mode": "same-origin", Accept: html } }],
    ["data by http", [], { headers: { Accept: "*/*" } }],
    ["what accepts anything", [], {}],
    ["a form", [], { method: "POST", headers: { "Sec-Fetch-Mode": "navigate" } }],
    ["a form by http", [], { method: "POST", headers: { Accept: html } }],
  ])("renews the cookie for a page that a browser loads, only: %s", async (_, cookies, init) => {
    const request = new Request("https://app.example/orders", init);
    const reader = createSessionReader(request, () => withCookies(session, renewed));
    await reader.read();
    const { headers } = reader.complete(new Response("page"));
    expect(headers.getSetCookie()).toEqual(cookies);
    expect(headers.get("Cache-Control")).toBe("private, no-store");
  });

  test.each([
    ["private, max-age=9", "private, max-age=9"],
    ["No-Store", "No-Store"],
    ["public, max-age=60", "private, no-store"],
    ["s-maxage=60, stale-while-revalidate", "private, no-store"],
    ["max-age=60", "private, no-store"],
    ["no-cache", "private, no-store"],
    // Caches may share the response without this header.
    ['max-age=60, private="Set-Cookie"', "private, no-store"],
  ])("keeps a Cache-Control that lets no cache share the page: %s", async (own, expected) => {
    const { handler } = createHandler();
    const reader = createSessionReader(createRequest(), handler);
    await reader.read();
    const response = new Response("page", { headers: { "Cache-Control": own } });
    expect(reader.complete(response).headers.get("Cache-Control")).toBe(expected);
  });

  test("completes headers in place, and again when the session is there", async () => {
    const reader = createSessionReader(createRequest(page), () => withCookies(session, renewed));
    const headers = new Headers();
    reader.completeHeaders(headers);
    expect([...headers]).toEqual([]);
    const reading = reader.read();
    reader.completeHeaders(headers);
    expect([...headers]).toEqual([["cache-control", "private, no-store"]]);
    await reading;
    reader.completeHeaders(headers);
    reader.completeHeaders(headers);
    expect(headers.getSetCookie()).toEqual([renewed]);
  });

  test("renews no cookie that the response clears", async () => {
    const reader = createSessionReader(createRequest(page), () => withCookies(session, renewed));
    await reader.read();
    const cleared = "__Secure-authjs.session-token=; Max-Age=0";
    const own = new Response("page", { headers: [["Set-Cookie", cleared]] });
    expect(reader.complete(own).headers.getSetCookie()).toEqual([cleared]);
  });

  test("renews no part of a long cookie that the response sets anew in other parts", async () => {
    const parts = ["authjs.session-token.0=a; Path=/", "authjs.session-token.1=b; Path=/"];
    const reader = createSessionReader(createRequest(page), () => withCookies(session, ...parts));
    await reader.read();
    const set = "authjs.session-token=abc; Path=/";
    const own = new Response("page", { headers: [["Set-Cookie", set]] });
    expect(reader.complete(own).headers.getSetCookie()).toEqual([set]);
  });

  test("completes a redirect, whose headers cannot be changed", async () => {
    const reader = createSessionReader(createRequest(page), () => withCookies(null, renewed));
    await reader.read();
    const completed = reader.complete(Response.redirect("https://app.example/auth/signin"));
    expect(completed.headers.getSetCookie()).toEqual([renewed]);
    expect(completed.headers.get("Location")).toBe("https://app.example/auth/signin");
    expect(completed.status).toBe(302);
  });

  test("does not wait for a session that is streamed", async () => {
    const reader = createSessionReader(createRequest(page), () => new Promise<Response>(() => {}), {
      timeoutMs: 5,
    });
    vi.spyOn(console, "error").mockImplementation(() => {});
    const reading = reader.read();
    const completed = reader.complete(new Response("shell"));
    expect(completed.headers.get("Cache-Control")).toBe("private, no-store");
    expect(completed.headers.getSetCookie()).toEqual([]);
    await expect(reading).resolves.toBeUndefined();
  });
});

describe("reportFailedReads()", () => {
  const ask = (answer: AuthHandler, request: Request) => reportFailedReads(answer)(request);
  const read = (path = "/api/auth/session") => createRequest(undefined, path);

  test("answers 503 to a read while the database is down", async () => {
    await expect(ask(() => json(null), read())).resolves.toMatchObject({ status: 503 });
  });

  test.each<[string, AuthHandler, Request]>([
    ["a session", () => json(session), read()],
    ["that nobody is signed in", () => json(null), createRequest({}, "/api/auth/session")],
    ["a cookie that is cleared", () => withCookies(null, `${COOKIE}; Max-Age=0`), read()],
    ["an error", () => json({}, 500), read()],
    ["another endpoint", () => json(null), read("/api/auth/csrf")],
    [
      "an update",
      () => json(null),
      new Request("https://app.example/api/auth/session", { method: "POST" }),
    ],
  ])("hands on %s", async (_, answer, request) => {
    const answered = await answer(request);
    await expect(ask(() => answered, request)).resolves.toBe(answered);
    expect(answered.bodyUsed).toBe(false);
  });
});

describe("toSignIn()", () => {
  test("takes the address of the page where a framework has it as a URL", () => {
    expect(toSignIn({ url: new URL("https://app.example/orders?page=2") })).toBe(
      "/auth/signin?callbackUrl=%2Forders%3Fpage%3D2",
    );
  });

  test.each([
    ["/orders?page=2", undefined, "/auth/signin?callbackUrl=%2Forders%3Fpage%3D2"],
    ["/", "/login", "/login?callbackUrl=%2F"],
    ["/a", "/login?lang=en", "/login?lang=en&callbackUrl=%2Fa"],
    // A sign-in page might go there: it would be another site.
    ["//evil.example/a", undefined, "/auth/signin?callbackUrl=%2Fevil.example%2Fa"],
    ["/\\evil.example", undefined, "/auth/signin?callbackUrl=%2Fevil.example"],
  ])("leads from %s to the sign-in page and back", (path, page, expected) => {
    expect(toSignIn(createRequest({}, path), page)).toBe(expected);
  });
});
