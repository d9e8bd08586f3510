import { afterEach, describe, expect, test, vi } from "vitest";
import { createRequestClient, type RequestSource } from "../../src/index.ts";
import { ada, json } from "../support/auth-server.ts";

const session = { user: ada, expires: "2026-02-01T00:00:00.000Z" };
const variables = ["NEXTAUTH_URL_INTERNAL", "NEXTAUTH_URL", "AUTH_URL", "VERCEL_URL"];

function createFetch(answer: () => Response | Promise<Response> = () => json(session)) {
  const asked: { url: string; headers: Record<string, string>; init: RequestInit }[] = [];
  return {
    asked,
    fetch(url: string, init: RequestInit): Promise<Response> {
      asked.push({ url, headers: Object.fromEntries(new Headers(init.headers)), init });
      return Promise.resolve(answer());
    },
  };
}

function setEnvironment(values: Record<string, string>): void {
  for (const name of variables) vi.stubEnv(name, values[name]);
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("asks", () => {
  test.each([
    [{}, "http://localhost:3000/api/auth/session"],
    [{ VERCEL_URL: "app.vercel.app" }, "https://app.vercel.app/api/auth/session"],
    [
      { AUTH_URL: "https://b.example/auth", VERCEL_URL: "app.vercel.app" },
      "https://b.example/auth/session",
    ],
    [
      { NEXTAUTH_URL: "https://a.example", AUTH_URL: "https://b.example" },
      "https://a.example/api/auth/session",
    ],
    [
      { NEXTAUTH_URL: "https://a.example/custom/api/auth" },
      "https://a.example/custom/api/auth/session",
    ],
    [
      { NEXTAUTH_URL_INTERNAL: "http://10.0.0.1:3000", NEXTAUTH_URL: "https://a.example" },
      "http://10.0.0.1:3000/api/auth/session",
    ],
    [{ NEXTAUTH_URL_INTERNAL: "", NEXTAUTH_URL: "" }, "http://localhost:3000/api/auth/session"],
  ])("where %j says", async (environment, expected) => {
    setEnvironment(environment);
    const { asked, fetch } = createFetch();
    await createRequestClient({}, { fetch }).getSession();
    expect(asked.map(({ url }) => url)).toEqual([expected]);
  });

  test("where the options say, before any variable", async () => {
    setEnvironment({ NEXTAUTH_URL: "https://a.example" });
    const { asked, fetch } = createFetch();
    await createRequestClient(
      {},
      { fetch, baseUrl: "https://own.example", basePath: "/x" },
    ).getSession();
    expect(asked.map(({ url }) => url)).toEqual(["https://own.example/x/session"]);
  });
});

describe("sends the cookie and nothing else", () => {
  const headers = { cookie: "a=1; b=2", authorization: "Bearer secret", host: "app.example" };
  const sources: [string, RequestSource][] = [
    ["Node's req", { req: { headers } }],
    ["a web Request", { req: new Request("https://app.example/", { headers }) }],
    ["web Headers", { headers: new Headers(headers) }],
    ["bare headers", { headers }],
    ["a context of getServerSideProps", { req: { headers } }],
    ["a context of App.getInitialProps", { ctx: { req: { headers } } }],
    ["several cookie headers", { req: { headers: { ...headers, cookie: ["a=1", "b=2"] } } }],
  ];

  test.each(sources)("from %s", async (_, source) => {
    const { asked, fetch } = createFetch();
    await expect(createRequestClient(source, { fetch }).getSession()).resolves.toEqual(session);
    expect(asked[0]!.headers).toEqual({ cookie: "a=1; b=2" });
    expect(asked[0]!.init.method ?? "GET").toBe("GET");
    expect(asked[0]!.init.body ?? null).toBeNull();
  });

  test.each([
    ["nothing", undefined],
    ["an empty source", {}],
    ["a request without cookies", { req: { headers: { accept: "*/*" } } }],
    ["a context without a request", { ctx: {} }],
  ])("from %s there is no cookie", async (_, source) => {
    const { asked, fetch } = createFetch(() => json({}));
    await expect(createRequestClient(source, { fetch }).getSession()).resolves.toBeNull();
    expect(asked[0]!.headers).toEqual({});
  });

  test("a request's body is not posted again", async () => {
    const { asked, fetch } = createFetch();
    const req = { headers, body: { a: 1 }, method: "POST" };
    await createRequestClient({ req }, { fetch }).getSession();
    expect(asked[0]!.init.method ?? "GET").toBe("GET");
  });
});

describe("getSession()", () => {
  test.each([
    ["null", () => json(null)],
    ["{}", () => json({})],
    ["a 401", () => json({ message: "no" }, 401)],
  ])("is null where the server says %s", async (_, answer) => {
    const { fetch } = createFetch(answer);
    await expect(createRequestClient({}, { fetch }).getSession()).resolves.toBeNull();
  });

  test.each([
    ["500", () => json({}, 500)],
    ["HTML", () => new Response("<!doctype html>")],
    ["nothing at all", () => Promise.reject(new TypeError("fetch failed"))],
  ])("is null, and says so on the console, where the server answers %s", async (_, answer) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { fetch } = createFetch(answer);
    await expect(createRequestClient({}, { fetch }).getSession()).resolves.toBeNull();
    expect(log).toHaveBeenCalledOnce();
  });

  test("keeps nothing from one request to the next", async () => {
    const { asked, fetch } = createFetch(() => json(asked.length === 1 ? session : null));
    await expect(
      createRequestClient({ headers: { cookie: "a=1" } }, { fetch }).getSession(),
    ).resolves.toEqual(session);
    await expect(createRequestClient({}, { fetch }).getSession()).resolves.toBeNull();
    expect(asked[1]!.headers).toEqual({});
  });
});

test("getProviders() and getCsrfToken() ask for themselves, with the cookie", async () => {
  const providers = { github: { id: "github", name: "GitHub", type: "oauth" } };
  const list = createFetch(() => json(providers));
  const token = createFetch(() => json({ csrfToken: "abc" }));
  const source = { headers: { cookie: "a=1" } };
  await expect(createRequestClient(source, list).getProviders()).resolves.toEqual(providers);
  await expect(createRequestClient(source, token).getCsrfToken()).resolves.toBe("abc");
  expect(list.asked[0]).toMatchObject({
    url: "http://localhost:3000/api/auth/providers",
    headers: { cookie: "a=1" },
  });
  expect(token.asked[0]).toMatchObject({
    url: "http://localhost:3000/api/auth/csrf",
    headers: { cookie: "a=1" },
  });
});

test("gives up after timeoutMs", async () => {
  vi.useFakeTimers();
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const fetch = (_url: string, { signal }: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) => {
      signal!.addEventListener("abort", () => reject(signal!.reason as Error));
    });
  const read = createRequestClient({}, { fetch, timeoutMs: 200 }).getSession();
  await vi.advanceTimersByTimeAsync(250);
  vi.useRealTimers();
  await expect(read).resolves.toBeNull();
  expect(log).toHaveBeenCalledOnce();
});

describe("in production, without an address,", () => {
  const isTold = {
    name: "TypeError",
    message: expect.stringMatching(/set NEXTAUTH_URL or AUTH_URL/),
  };

  test("no cookie goes anywhere, and the error says which variable to set", async () => {
    setEnvironment({});
    vi.stubEnv("NODE_ENV", "production");
    const log = vi.spyOn(console, "error").mockReturnValue();
    const { asked, fetch } = createFetch();
    const client = createRequestClient({ headers: { cookie: "secret=1" } }, { fetch });
    await expect(client.getSession()).resolves.toBeNull();
    expect(log).toHaveBeenCalledWith(expect.anything(), expect.objectContaining(isTold));
    await expect(client.getProviders()).resolves.toBeNull();
    await expect(client.getCsrfToken()).resolves.toBe("");
    expect(log).toHaveBeenCalledTimes(3);
    expect(asked).toEqual([]);
  });

  test("an address in the options will do", async () => {
    setEnvironment({});
    vi.stubEnv("NODE_ENV", "production");
    const { asked, fetch } = createFetch();
    await createRequestClient({}, { fetch, baseUrl: "https://a.example" }).getSession();
    await createRequestClient({}, { fetch, basePath: "https://b.example/auth" }).getSession();
    expect(asked.map(({ url }) => url)).toEqual([
      "https://a.example/api/auth/session",
      "https://b.example/auth/session",
    ]);
  });
});

test("sends a server's fetch no option that some of them refuse", async () => {
  setEnvironment({});
  const { asked, fetch } = createFetch();
  await createRequestClient({}, { fetch }).getSession();
  expect(asked[0]!.init).not.toHaveProperty("cache");
  expect(asked[0]!.init).not.toHaveProperty("credentials");
});

test("hands a framework back what it has thrown to steer its rendering, and logs nothing", async () => {
  setEnvironment({});
  const log = vi.spyOn(console, "error").mockReturnValue();
  const steering = Object.assign(new Error("the prerender has ended"), { digest: "HANGING" });
  const client = createRequestClient({}, { fetch: () => Promise.reject(steering) });
  await expect(client.getSession()).rejects.toBe(steering);
  await expect(client.getProviders()).rejects.toBe(steering);
  await expect(client.getCsrfToken()).rejects.toBe(steering);
  expect(log).not.toHaveBeenCalled();
});
