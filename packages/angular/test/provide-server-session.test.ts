import { REQUEST, RESPONSE_INIT } from "@angular/core";
import { createSession } from "@sojourn/testing";
import { expect, test } from "vitest";
import {
  injectSession,
  provideServerSession,
  provideSojourn,
  type ReadServerSession,
} from "../src/index.ts";
import { provideServer } from "./support/as-on-server.ts";
import { startApp } from "./support/start-app.ts";

const url = "https://app.example/page";
const pageLoad = new Request(url, { headers: { "sec-fetch-mode": "navigate" } });

/** Answers a request, or renders in advance where there is none. */
async function answer(read: ReadServerSession, request: Request | null, init: ResponseInit = {}) {
  const { result } = await startApp(
    () => injectSession(),
    [
      provideSojourn(),
      provideServerSession(read),
      provideServer(),
      { provide: REQUEST, useValue: request },
      { provide: RESPONSE_INIT, useValue: init },
    ],
  );
  return { status: result.status(), headers: new Headers(init.headers) };
}

test("the session is awaited, and read from the request", async () => {
  const { status } = await answer(
    async (request) => ({ session: request.url === url ? createSession() : null }),
    new Request(url),
  );
  expect(status).toBe("authenticated");
});

test.each([
  ["a session", createSession(), "private, no-store"],
  ["nobody", null, "private, no-store"],
  ["what is not known", undefined, null],
])("a page with %s has Cache-Control: %s", async (_, session, cacheControl) => {
  const { headers } = await answer(() => ({ session }), new Request(url));
  expect(headers.get("cache-control")).toBe(cacheControl);
});

test.each([
  [null, "private, no-store"],
  ["public, max-age=60", "private, no-store"],
  ["max-age=60", "private, no-store"],
  ["no-store", "no-store"],
  ["private, max-age=5", "private, max-age=5"],
  // It keeps single headers only from them.
  ['private="set-cookie"', "private, no-store"],
])("no shared cache may keep a session: Cache-Control %s becomes %s", async (own, expected) => {
  const init = { headers: own ? { "cache-control": own } : {} };
  const { headers } = await answer(() => ({ session: createSession() }), pageLoad, init);
  expect(headers.get("cache-control")).toBe(expected);
});

test("no shared cache may keep the auth server's cookies", async () => {
  const headers = new Headers({ "set-cookie": "a=1" });
  const answered = await answer(() => ({ session: undefined, headers }), pageLoad);
  expect(answered.headers.get("cache-control")).toBe("private, no-store");
});

test("a response with nothing of a user keeps its Cache-Control", async () => {
  const init = { headers: { "cache-control": "public" } };
  const { headers } = await answer(() => ({ session: undefined }), pageLoad, init);
  expect(headers.get("cache-control")).toBe("public");
});

test.each<[string, boolean, RequestInit]>([
  ["a page load", true, { headers: { "sec-fetch-mode": "navigate" } }],
  ["a page load on plain HTTP", true, { headers: { accept: "text/html,*/*;q=0.8" } }],
  ["a fetch", false, { headers: { "sec-fetch-mode": "cors", accept: "text/html" } }],
  ["an image", false, { headers: { "sec-fetch-mode": "no-cors" } }],
  ["a fetch on plain HTTP", false, { headers: { accept: "*/*" } }],
  ["a form", false, { method: "POST", headers: { "sec-fetch-mode": "navigate" } }],
])("the auth server's cookies, which a sign-out may outrun: %s, %s", async (_, has, init) => {
  const headers = new Headers({ "set-cookie": "a=1", "x-auth": "yes" });
  const answered = await answer(() => ({ session: null, headers }), new Request(url, init));
  expect(answered.headers.getSetCookie()).toEqual(has ? ["a=1"] : []);
  expect(answered.headers.get("x-auth")).toBe("yes");
});

test("the response has the auth server's cookies, beside the headers of the app", async () => {
  const headers = new Headers();
  headers.append("set-cookie", "a=1");
  headers.append("set-cookie", "b=2");
  const init = { headers: { "cache-control": "private, max-age=5", "x-app": "yes" } };
  const answered = await answer(() => ({ session: null, headers }), pageLoad, init);
  expect(answered.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(answered.headers.get("cache-control")).toBe("private, max-age=5");
  expect(answered.headers.get("x-app")).toBe("yes");
});

test("a cookie that the response sets itself is not set again by the auth server's", async () => {
  const cleared = "authjs.session-token=; Max-Age=0";
  const init = { headers: [["set-cookie", cleared]] satisfies [string, string][] };
  const headers = new Headers({ "set-cookie": "authjs.session-token.0=renewed" });
  const answered = await answer(() => ({ session: null, headers }), pageLoad, init);
  expect(answered.headers.getSetCookie()).toEqual([cleared]);
});

test("a page that is rendered in advance has no session", async () => {
  const { status, headers } = await answer(() => ({ session: createSession() }), null);
  expect(status).toBe("loading");
  expect(Array.from(headers)).toEqual([]);
});
