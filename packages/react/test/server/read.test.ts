// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { getCsrfToken, getProviders, getSession } from "../../src/index.ts";
import { openAuthServer, type AuthServer } from "../support/auth-server.ts";
import { ada, grace } from "../support/people.ts";

const cookie = "next-auth.session-token=ada";
const otherHeaders = {
  authorization: "Bearer secret",
  "x-forwarded-for": "10.0.0.1",
  host: "app.example",
};

/** Opens a server that knows people by their cookie, as a real one does. */
function openServer(): AuthServer {
  const server = openAuthServer();
  server.fault = ({ headers }) => {
    const sent = headers.get("cookie") ?? "";
    server.user = sent.includes("ada") ? ada : sent.includes("grace") ? grace : null;
    return undefined;
  };
  return server;
}

function nodeRequest(headers: Record<string, string | string[] | undefined>) {
  return { method: "GET", url: "/", headers: { ...otherHeaders, ...headers } };
}

const sources: [string, NonNullable<Parameters<typeof getSession>[0]>][] = [
  ["{ req } of Node", { req: nodeRequest({ cookie }) }],
  [
    "{ req } with a web Request",
    { req: new Request("http://x/", { headers: { cookie, ...otherHeaders } }) },
  ],
  ["a web Request", new Request("http://x/", { headers: { cookie, ...otherHeaders } })],
  ["{ headers } with web Headers", { headers: new Headers({ cookie, ...otherHeaders }) }],
  ["{ headers } of Node", { headers: { cookie, ...otherHeaders } }],
  ["{ ctx } of App.getInitialProps", { ctx: { req: nodeRequest({ cookie }) } }],
  [
    "getServerSideProps' context, req at its top",
    { req: nodeRequest({ cookie }), ...{ res: {}, query: {}, params: {} } },
  ],
];

describe.each(sources)("%s", (_, source) => {
  test("brings the session of its cookie", async () => {
    openServer();
    expect(await getSession(source)).toMatchObject({ user: ada });
  });

  test("brings a CSRF token that belongs to its cookie", async () => {
    const server = openServer();
    expect(await getCsrfToken(source)).toBe("token");
    expect(server.requests[0]?.headers.get("cookie")).toBe(cookie);
  });

  test("forwards the cookie and nothing else", async () => {
    const server = openServer();
    await getSession();
    await getSession(source);
    const [own, sent] = server.requests.map(({ headers }) => Object.fromEntries(headers));
    expect(sent).toEqual({ ...own, cookie });
  });
});

test.each([
  ["no argument", undefined],
  ["a request without cookie", { req: nodeRequest({ cookie: undefined }) }],
  ["no request", { req: undefined }],
])("%s asks as nobody", async (_, source) => {
  const server = openServer();
  expect(await getSession(source)).toBeNull();
  expect(server.requests[0]?.headers.has("cookie")).toBe(false);
});

test("a POST to an API route is not posted on", async () => {
  const server = openServer();
  const req = { ...nodeRequest({ cookie }), method: "POST", body: { name: "Mallory" } };
  expect(await getSession({ req })).toMatchObject({ user: ada });
  expect(server.requests[0]).toMatchObject({ method: "GET", fields: {} });
});

test("nothing is kept between requests", async () => {
  const server = openServer();
  const asAda = { req: nodeRequest({ cookie }) };
  const asGrace = { req: nodeRequest({ cookie: "next-auth.session-token=grace" }) };
  const names = async (...all: (typeof asAda | undefined)[]) =>
    (await Promise.all(all.map((it) => getSession(it)))).map((it) => it?.user?.name);
  // One after the other, and all at once.
  expect([await names(asAda), await names(asGrace), await names(undefined)].flat()).toEqual([
    "Ada",
    "Grace",
    undefined,
  ]);
  server.fault = ({ headers }) =>
    Response.json({ user: { name: headers.get("cookie") }, expires: "2099" });
  expect(await names(asAda, asGrace, undefined)).toEqual([
    "next-auth.session-token=ada",
    "next-auth.session-token=grace",
    null,
  ]);
});

test("getProviders() needs no argument", async () => {
  const server = openServer();
  expect(Object.keys((await getProviders()) ?? {})).toEqual(["credentials", "github", "email"]);
  expect(await getProviders()).not.toBeNull();
  expect(server.count("GET providers")).toBe(2);
});

describe.each([
  ["a server error", () => new Response("<html>", { status: 500 }), "http"],
  ["a dead network", () => Response.error(), "network"],
  ["an HTML page", () => new Response("<html>"), "parse"],
])("after %s", (_, fault, code) => {
  test("getSession() resolves to null, and tells whoever runs the server", async () => {
    const complain = vi.spyOn(console, "error").mockReturnValue();
    openServer().fault = fault;
    expect(await getSession({ req: nodeRequest({ cookie }) })).toBeNull();
    expect(complain).toHaveBeenCalledExactlyOnceWith(
      expect.any(String),
      expect.objectContaining({ name: "SessionFetchError", code }),
    );
    complain.mockRestore();
  });

  test("getCsrfToken() and getProviders() resolve to nothing, so that a build goes on", async () => {
    const complain = vi.spyOn(console, "error").mockReturnValue();
    openServer().fault = fault;
    const error = expect.objectContaining({ name: "SessionFetchError", code });
    expect(await getCsrfToken()).toBe("");
    expect(await getProviders()).toBeNull();
    expect(complain.mock.calls).toEqual([
      ["[sojourn] getCsrfToken() on the server failed:", error],
      ["[sojourn] getProviders() on the server failed:", error],
    ]);
    complain.mockRestore();
  });
});
