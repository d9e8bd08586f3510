import { REQUEST, RESPONSE_INIT } from "@angular/core";
import { createSession } from "@sojourn/testing";
import { expect, test } from "vitest";
import {
  injectSession,
  provideServerSession,
  provideSojourn,
  type ReadServerSession,
} from "../src/index.ts";
import { startApp } from "./support/start-app.ts";

const url = "https://app.example/page";

/** Answers a request, or renders in advance where there is none. */
async function answer(read: ReadServerSession, request: Request | null, init: ResponseInit = {}) {
  const { result } = await startApp(
    () => injectSession(),
    [
      provideSojourn(),
      provideServerSession(read),
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

test("the response has the auth server's cookies, beside the headers of the app", async () => {
  const headers = new Headers();
  headers.append("set-cookie", "a=1");
  headers.append("set-cookie", "b=2");
  const init = { headers: { "cache-control": "private, max-age=5", "x-app": "yes" } };
  const answered = await answer(() => ({ session: null, headers }), new Request(url), init);
  expect(answered.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(answered.headers.get("cache-control")).toBe("private, max-age=5");
  expect(answered.headers.get("x-app")).toBe("yes");
});

test("a page that is rendered in advance has no session", async () => {
  const { status, headers } = await answer(() => ({ session: createSession() }), null);
  expect(status).toBe("loading");
  expect(Array.from(headers)).toEqual([]);
});
