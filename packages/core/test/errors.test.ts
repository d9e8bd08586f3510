import { describe, expect, test } from "vitest";
import {
  CsrfError,
  isCsrfError,
  isSessionFetchError,
  isSignInError,
  isUnsafeRedirectError,
  SessionError,
  SessionFetchError,
  SignInError,
  UnsafeRedirectError,
} from "../src/index.ts";
import { ada } from "./support/auth-server.ts";
import { openBrowser } from "./support/browser.ts";
import { answering, failing, html, reset } from "./support/faults.ts";

const stay = { redirect: false } as const;
const guards = {
  SessionFetchError: isSessionFetchError,
  SignInError: isSignInError,
  CsrfError: isCsrfError,
  UnsafeRedirectError: isUnsafeRedirectError,
};
const classes = { SessionFetchError, SignInError, CsrfError, UnsafeRedirectError };
type Name = keyof typeof guards;

/** One error of each class, as the client throws it. */
async function provoke(): Promise<Record<Name, SessionError>> {
  const { server, tabs, advance, finish } = openBrowser({ user: ada });
  const { client } = tabs[0]!;
  await advance(100);
  const caught = (promise: Promise<unknown>): Promise<SessionError> =>
    finish(
      promise.then(
        () => expect.unreachable(),
        (error: unknown) => error as SessionError,
      ),
    );
  const signIn = await caught(client.signIn("nobody", stay));
  server.refuseTokens = 2;
  const csrf = await caught(client.signOut(stay));
  server.fault = failing("POST signout", () => new Response('{"url":"data:,x"}'));
  const redirect = await caught(client.signOut());
  server.fault = failing("GET providers", answering(503, { "Retry-After": "7" }));
  const fetch = await caught(client.getProviders());
  return {
    SessionFetchError: fetch,
    SignInError: signIn,
    CsrfError: csrf,
    UnsafeRedirectError: redirect,
  };
}

describe.each(Object.keys(guards) as Name[])("%s", (name) => {
  test("is an Error with a name, a code, and a message for people", async () => {
    const error = (await provoke())[name];
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(SessionError);
    expect(error).toBeInstanceOf(classes[name]);
    expect(error.name).toBe(name);
    expect(error.code).toMatch(/^[a-z-]+$/);
    expect(error.message.length).toBeGreaterThan(5);
  });

  test("is told by its own guard, and by no other", async () => {
    const errors = await provoke();
    for (const [other, error] of Object.entries(errors)) {
      expect(guards[name](error)).toBe(other === name);
    }
  });

  test("is told also if it comes from another copy of the package", () => {
    const foreign = Object.assign(new Error("x"), { name });
    expect(guards[name](foreign)).toBe(true);
  });

  test.each([null, undefined, "error", 5, {}, { name }, new Error(name), new TypeError("x")])(
    "is not %j",
    (value) => {
      expect(guards[name](value)).toBe(false);
    },
  );
});

test("a SessionFetchError tells what was asked, what came, and when to ask again", async () => {
  const error = (await provoke()).SessionFetchError;
  expect(error).toMatchObject({
    code: "http",
    status: 503,
    url: "/api/auth/providers",
    retryAfterMs: 7000,
  });
});

test("a SessionFetchError carries its cause where there was no answer", async () => {
  const { server, tabs, advance, finish } = openBrowser();
  await advance(100);
  server.fault = failing("GET providers", reset);
  const error: unknown = await finish(tabs[0]!.client.getProviders()).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: "network", url: "/api/auth/providers" });
  expect((error as Error).cause).toBeInstanceOf(TypeError);
  server.fault = failing("GET providers", html);
  await expect(finish(tabs[0]!.client.getProviders())).rejects.toMatchObject({
    code: "parse",
    status: 200,
  });
});

test("a message names the address without its query, which may hold what is nobody's business", () => {
  const url = "https://app.example/api/auth/webauthn-options/passkey?email=ada@app.example#a";
  const error = new SessionFetchError("http", { status: 500, url });
  expect(error.message).toBe(
    "[sojourn] http 500 https://app.example/api/auth/webauthn-options/passkey",
  );
  expect(error.url).toBe(url);
});
