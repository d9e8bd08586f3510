import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ada, createAuthServer, disconnected, failing, hanging } from "../../src/index.ts";
import type { AuthServer, AuthServerOptions } from "../../src/index.ts";

const dialects = ["v4", "v5"] as const;

function get(server: AuthServer, endpoint: string): Promise<Response> {
  return server.fetch(`${server.url}/${endpoint}`);
}

async function post(
  server: AuthServer,
  endpoint: string,
  fields: Record<string, string> = {},
): Promise<{ status: number; url: string }> {
  const response = await server.fetch(`${server.url}/${endpoint}`, {
    method: "POST",
    headers: { "X-Auth-Return-Redirect": "1" },
    body: new URLSearchParams({ csrfToken: "token", json: "true", ...fields }),
  });
  const { url } = (await response.json()) as { url: string };
  return { status: response.status, url };
}

const byPassword = { username: "ada", password: "lovelace", callbackUrl: "/welcome" };

describe.each(dialects)("as %s", (dialect) => {
  const open = (options: AuthServerOptions = {}): AuthServer =>
    createAuthServer({ dialect, ...options });

  test("sends the session of nobody as that server does", async () => {
    const response = await get(open(), "session");
    expect([response.status, await response.json()]).toEqual([200, dialect === "v4" ? {} : null]);
  });

  test("signs in by a password, and says where to go", async () => {
    const server = open();
    const { url } = await post(server, "callback/credentials", byPassword);
    expect(url).toBe("http://localhost:3000/welcome");
    expect(server.user).toEqual(ada.user);
    expect(await (await get(server, "session")).json()).toMatchObject({ user: ada.user });
  });

  test("refuses a wrong password, with that server's status and codes", async () => {
    const server = open();
    const wrong = { ...byPassword, password: "hopper" };
    const { status, url } = await post(server, "callback/credentials", wrong);
    const { pathname, searchParams } = new URL(url);
    expect([status, pathname, searchParams.get("error"), searchParams.get("code")]).toEqual(
      dialect === "v4"
        ? [401, "/api/auth/error", "CredentialsSignin", null]
        : [200, "/api/auth/signin", "CredentialsSignin", "credentials"],
    );
    expect(server.user).toBeNull();
  });

  test("refuses a wrong CSRF token, and as many right ones as it is told to", async () => {
    const server = open({ user: ada.user });
    const query = dialect === "v4" ? "csrf=true" : "error=MissingCSRF";
    const wrong = await post(server, "signout", { csrfToken: "guessed" });
    expect(wrong.url.split("?")[1]).toBe(query);
    server.refuseTokens = 1;
    expect((await post(server, "signout")).url.split("?")[1]).toBe(query);
    expect(server.user).toEqual(ada.user);
    await post(server, "signout");
    expect(server.user).toBeNull();
  });

  test("leads nobody to another origin", async () => {
    const evil = { ...byPassword, callbackUrl: "https://evil.example/" };
    const { url } = await post(open(), "callback/credentials", evil);
    expect(url).toBe("http://localhost:3000");
  });

  test("sends OAuth to the provider, with the authorization parameters, and mail to its page", async () => {
    const server = open();
    expect((await post(server, "signin/github?prompt=login")).url).toBe(
      "https://github.example/authorize?state=1&prompt=login",
    );
    expect((await post(server, "signin/email")).url).toBe(
      "http://localhost:3000/api/auth/verify-request?provider=email&type=email",
    );
  });

  test("gives a page to those who do not ask for an address", async () => {
    const server = open();
    const response = await server.fetch(`${server.url}/callback/credentials`, {
      method: "POST",
      body: new URLSearchParams({ csrfToken: "token", ...byPassword }),
    });
    expect(await response.text()).toContain("<!doctype html>");
  });
});

test("lists its providers with their addresses", async () => {
  const providers = [{ id: "sso", name: "Staff", type: "oidc" }] as const;
  const server = createAuthServer({ basePath: "/auth", providers });
  expect(await (await get(server, "providers")).json()).toEqual({
    sso: {
      id: "sso",
      name: "Staff",
      type: "oidc",
      signinUrl: "http://localhost:3000/auth/signin/sso",
      callbackUrl: "http://localhost:3000/auth/callback/sso",
    },
  });
});

test("authorizes by a function of one's own", async () => {
  const server = createAuthServer({ authorize: ({ pin }) => (pin === "1234" ? ada.user : null) });
  await post(server, "callback/credentials", { pin: "1" });
  expect(server.user).toBeNull();
  await post(server, "callback/credentials", { pin: "1234" });
  expect(server.user).toEqual(ada.user);
});

test("a session moves its end with each read, and is over when that has passed", async () => {
  let now = Date.UTC(2026, 0);
  const server = createAuthServer({ user: ada.user, maxAge: 60, now: () => now });
  const read = async (): Promise<unknown> => (await get(server, "session")).json();
  expect(await read()).toMatchObject({ expires: "2026-01-01T00:01:00.000Z" });
  now += 59_000;
  expect(await read()).toMatchObject({ expires: "2026-01-01T00:01:59.000Z" });
  now += 60_000;
  expect(await read()).toBeNull();
  expect(server.user).toBeNull();
});

test("a session that nobody reads is over in time, too", async () => {
  let now = 0;
  const server = createAuthServer({ maxAge: 60, now: () => now });
  await post(server, "callback/credentials", byPassword);
  now += 60_000;
  expect(await (await get(server, "session")).json()).toBeNull();
});

test("notes what it has received", async () => {
  const server = createAuthServer();
  await get(server, "session");
  await post(server, "callback/credentials", byPassword);
  expect(server.count("GET session")).toBe(1);
  expect(server.to("POST callback/credentials")[0]?.fields).toMatchObject(byPassword);
});

test("fails as it is told, at one endpoint or at all", async () => {
  const server = createAuthServer();
  server.fault = failing(503, "GET session");
  expect((await get(server, "session")).status).toBe(503);
  expect((await get(server, "csrf")).status).toBe(200);
  server.fault = disconnected();
  await expect(get(server, "csrf")).rejects.toThrow(TypeError);
  server.fault = undefined;
  expect((await get(server, "csrf")).status).toBe(200);
});

test("keeps a request waiting that hangs, until the client gives it up", async () => {
  const server = createAuthServer();
  server.fault = hanging();
  const controller = new AbortController();
  const answer = server.fetch(`${server.url}/session`, { signal: controller.signal });
  await vi.waitFor(() => expect(server.requests).toHaveLength(1));
  controller.abort();
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
});

test("takes as long as it is told", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const server = createAuthServer();
    server.latencyMs = 500;
    let hasAnswered = false;
    const answer = get(server, "csrf").then(() => (hasAnswered = true));
    await vi.advanceTimersByTimeAsync(499);
    expect([server.requests.length, hasAnswered]).toEqual([1, false]);
    await vi.advanceTimersByTimeAsync(1);
    await answer;
  } finally {
    vi.useRealTimers();
  }
});

test("has no endpoint but the servers' own, and no provider but those that it is given", async () => {
  const server = createAuthServer();
  expect((await get(server, "nothing")).status).toBe(400);
  const { url } = await post(server, "signin/nobody");
  expect(url).toBe("http://localhost:3000/api/auth/error?error=Configuration");
});

test("its clock is the one that a test has set", async () => {
  const server = createAuthServer({ user: ada.user, maxAge: 60 });
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
  onTestFinished(() => void vi.useRealTimers());
  expect(await (await get(server, "session")).json()).toMatchObject({
    expires: "1970-01-01T00:01:00.000Z",
  });
});
