import { render, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { getSession, SessionProvider, signOut } from "../src/index.ts";
import { dialects, openAuthServer, type AuthServer, type Dialect } from "./support/auth-server.ts";
import { watchLocation, Who } from "./support/page.tsx";
import { ada, sessionOf } from "./support/people.ts";

const PAGE = "http://localhost:3000/page";

function openPage(dialect: Dialect = "v4"): { server: AuthServer; visited: string[] } {
  const server = openAuthServer({ dialect, user: ada });
  const visited = watchLocation(PAGE);
  render(
    <SessionProvider session={sessionOf(ada)}>
      <Who label="one" />
      <Who label="two" />
    </SessionProvider>,
    { reactStrictMode: true },
  );
  return { server, visited };
}

describe.each(dialects)("on a %s server", (dialect) => {
  test("posts a CSRF token that nobody had to ask for, and loads the page anew", async () => {
    const { server, visited } = openPage(dialect);
    await signOut();
    expect(server.user).toBeNull();
    expect(server.to("POST signout").map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ csrfToken: "token", callbackUrl: PAGE }),
    ]);
    expect(visited).toEqual([PAGE]);
  });

  test.each([
    [{ callbackUrl: "/bye" }, "http://localhost:3000/bye"],
    [{ redirectTo: "/bye" }, "http://localhost:3000/bye"],
    [{ callbackUrl: "https://evil.example/" }, "http://localhost:3000/"],
  ])("%j leads to %s", async (options, target) => {
    const { visited } = openPage(dialect);
    await signOut(options);
    expect(visited).toEqual([target]);
  });

  test("stays with redirect: false, says where to go, and every component knows", async () => {
    const { server, visited } = openPage(dialect);
    expect(await signOut({ redirect: false, callbackUrl: "/bye" })).toEqual({
      url: "http://localhost:3000/bye",
    });
    await screen.findByText("one unauthenticated");
    screen.getByText("two unauthenticated");
    expect(visited).toEqual([]);
    expect(server.count("GET session")).toBe(1);
  });

  test("rejects with a CsrfError when two tokens are refused, and keeps the session", async () => {
    const { server, visited } = openPage(dialect);
    server.refuseTokens = 2;
    await expect(signOut()).rejects.toMatchObject({ name: "CsrfError" });
    expect(server.count("POST signout")).toBe(2);
    expect(visited).toEqual([]);
    screen.getByText("one authenticated Ada");
  });
});

test("every component knows, though the browser is about to leave", async () => {
  openPage();
  await signOut({ callbackUrl: "/bye" });
  await screen.findByText("one unauthenticated");
  screen.getByText("two unauthenticated");
});

test.each([
  ["a server error", () => new Response("<html>", { status: 500 }), "http"],
  ["a dead network", () => Response.error(), "network"],
  ["an HTML page", () => new Response("<html>"), "parse"],
])("rejects after %s, keeps the session, and goes nowhere", async (_, fault, code) => {
  const { server, visited } = openPage();
  server.fault = fault;
  await expect(signOut()).rejects.toMatchObject({ name: "SessionFetchError", code });
  screen.getByText("one authenticated Ada");
  expect(visited).toEqual([]);
});

test("rejects with what the server said if it refuses, and keeps the session", async () => {
  const { server, visited } = openPage();
  server.fault = ({ method }) =>
    method === "POST" ? Response.json({ url: "/error?error=Configuration" }) : undefined;
  await expect(signOut()).rejects.toMatchObject({
    name: "SignInError",
    code: "refused",
    message: expect.stringContaining("Configuration"),
  });
  screen.getByText("one authenticated Ada");
  expect(visited).toEqual([]);
});

test("does not follow a javascript: url, and is signed out all the same", async () => {
  const { server, visited } = openPage();
  server.fault = ({ method }) => {
    if (method !== "POST") return undefined;
    server.user = null;
    return Response.json({ url: "javascript:alert(1)" });
  };
  await expect(signOut()).rejects.toMatchObject({ name: "UnsafeRedirectError" });
  await screen.findByText("one unauthenticated");
  expect(visited).toEqual([]);
});

test("a read that was asked before it cannot bring the session back", async () => {
  const { server } = openPage();
  const late = Response.json(sessionOf(ada));
  let release!: () => void;
  const released = new Promise<Response>((resolve) => (release = () => resolve(late)));
  server.fault = () => (server.count("GET session") === 1 ? released : undefined);
  const reading = getSession();
  await waitFor(() => expect(server.count("GET session")).toBe(1));
  server.fault = undefined;
  await signOut({ redirect: false });
  release();
  expect(await reading).toBeNull();
  await screen.findByText("one unauthenticated");
});
