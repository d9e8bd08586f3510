import { act, renderHook, type RenderHookResult, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import {
  getSession,
  SessionProvider,
  useSession,
  type Session,
  type UseSessionResult,
} from "../src/index.ts";
import { openAuthServer, type Fault } from "./support/auth-server.ts";
import { pass, stopTime } from "./support/page.tsx";
import { ada, sessionOf } from "./support/people.ts";

function renderSession(session?: Session | null): RenderHookResult<UseSessionResult, unknown> {
  return renderHook(() => useSession(), {
    wrapper: ({ children }) => (
      <SessionProvider session={session} refetchInterval={10}>
        {children}
      </SessionProvider>
    ),
    reactStrictMode: true,
  });
}

const failures: [string, Fault, object][] = [
  ["answers 500", () => new Response("<html>", { status: 500 }), { code: "http", status: 500 }],
  ["answers 429", () => new Response("", { status: 429 }), { code: "http", status: 429 }],
  ["answers 404", () => new Response("", { status: 404 }), { code: "http", status: 404 }],
  ["answers an HTML page", () => new Response("<html>"), { code: "parse", status: 200 }],
  ["answers bad JSON", () => new Response('{"user":'), { code: "parse", status: 200 }],
  ["answers an empty body", () => new Response(""), { code: "parse", status: 200 }],
  ["answers JSON that is no session", () => Response.json(["user"]), { code: "parse" }],
  ["cannot be reached", () => Response.error(), { code: "network" }],
  ["does not answer at all", () => new Promise(() => {}), { code: "timeout" }],
];

test.each(failures)(
  "keeps the session when a poll %s, says why in error, and recovers",
  async (_, fault, error) => {
    const server = openAuthServer({ user: ada });
    stopTime();
    const { result } = renderSession(sessionOf(ada));
    server.fault = fault;
    await pass(25_000);
    expect(result.current).toMatchObject({ status: "authenticated", data: { user: ada } });
    expect(result.current.error).toMatchObject({ name: "SessionFetchError", ...error });

    server.fault = undefined;
    await pass(120_000);
    expect(result.current).toMatchObject({ status: "authenticated", error: null });
  },
);

test.each(failures)(
  "is not loading for longer than 11 s when the first read %s, and recovers",
  async (_, fault, error) => {
    const server = openAuthServer({ user: ada });
    server.fault = fault;
    stopTime();
    const { result } = renderSession();
    expect(result.current).toMatchObject({ status: "loading", error: null });
    await pass(11_000);
    expect(result.current).toMatchObject({ status: "unauthenticated", data: null });
    expect(result.current.error).toMatchObject({ name: "SessionFetchError", ...error });

    server.fault = undefined;
    await pass(120_000);
    expect(result.current).toMatchObject({ status: "authenticated", error: null });
  },
);

test("shows nothing of a first read that fails once", async () => {
  const server = openAuthServer({ user: ada });
  server.fault = () => (server.requests.length === 1 ? Response.error() : undefined);
  const statuses: string[] = [];
  renderHook(() => statuses.push(useSession().status), { wrapper: SessionProvider });
  await waitFor(() => expect(statuses).toContain("authenticated"));
  expect(new Set(statuses)).toEqual(new Set(["loading", "authenticated"]));
});

test("a 401 in JSON is an answer: nobody is signed in", async () => {
  const server = openAuthServer();
  server.fault = () => Response.json({ message: "Unauthorized" }, { status: 401 });
  const { result } = renderSession(sessionOf(ada));
  await act(() => getSession());
  expect(result.current).toMatchObject({ status: "unauthenticated", error: null });
});

test.each(["soon", "", 17, null])("a session whose expires is %j stays", async (expires) => {
  const server = openAuthServer();
  server.fault = () => Response.json({ user: ada, expires });
  stopTime();
  const { result } = renderSession();
  await pass(120_000);
  expect(result.current).toMatchObject({ status: "authenticated", data: { user: ada } });
});

test("ends the session at its own expires when the server cannot be asked", async () => {
  const server = openAuthServer();
  stopTime();
  const expires = new Date(Date.now() + 5000).toISOString();
  const headers = { Date: new Date().toUTCString() };
  server.fault = () =>
    server.requests.length > 1
      ? Response.error()
      : Response.json(sessionOf(ada, expires), { headers });
  const { result } = renderSession();
  await pass(4000);
  expect(result.current.status).toBe("authenticated");
  await pass(2000);
  expect(result.current).toMatchObject({ status: "unauthenticated", data: null });
});

test("keeps a rendered session beyond an end that only the page's own clock tells", async () => {
  const server = openAuthServer();
  server.fault = () => Response.error();
  stopTime();
  const { result } = renderSession(sessionOf(ada, "2020-01-01T00:00:00.000Z"));
  await pass(120_000);
  expect(result.current).toMatchObject({ status: "authenticated", data: { user: ada } });
  expect(result.current.error).toMatchObject({ code: "network" });
  server.fault = () => Response.json(null);
  await pass(120_000);
  expect(result.current).toMatchObject({ status: "unauthenticated", error: null });
});
