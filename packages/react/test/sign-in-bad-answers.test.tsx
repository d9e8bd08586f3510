import { render, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { SessionProvider, signIn } from "../src/index.ts";
import { dialects, openAuthServer, type AuthServer, type Dialect } from "./support/auth-server.ts";
import { watchLocation, Who } from "./support/page.tsx";

const PAGE = "http://localhost:3000/page";
const password = "Ada";

function openPage(dialect: Dialect = "v4"): { server: AuthServer; visited: string[] } {
  const server = openAuthServer({ dialect });
  const visited = watchLocation(PAGE);
  render(
    <SessionProvider session={null}>
      <Who />
    </SessionProvider>,
    { reactStrictMode: true },
  );
  return { server, visited };
}

/** Has the server answer a sign-in with this, in place of its own answer. */
function answerWith(server: AuthServer, answer: () => Response): void {
  server.fault = ({ method }) => (method === "POST" ? answer() : undefined);
}

describe("an answer's url", () => {
  test("may be relative", async () => {
    const { server, visited } = openPage();
    answerWith(server, () => Response.json({ url: "/after?x=1" }));
    expect(await signIn("credentials", { redirect: false, password })).toMatchObject({
      ok: true,
      url: "/after?x=1",
    });
    await signIn("credentials", { password });
    expect(visited).toEqual(["http://localhost:3000/after?x=1"]);
  });

  test("may be relative and tell of an error", async () => {
    const { server } = openPage();
    answerWith(server, () =>
      Response.json({ url: "/login?error=AccessDenied#top" }, { status: 403 }),
    );
    const answer = await signIn("credentials", { redirect: false, password });
    expect(answer).toMatchObject({ ok: false, status: 403, error: "AccessDenied", url: null });
  });

  test("may be missing: then callbackUrl counts", async () => {
    const { server, visited } = openPage();
    answerWith(server, () => Response.json({}));
    await signIn("credentials", { password, callbackUrl: "/after" });
    expect(visited).toEqual(["http://localhost:3000/after"]);
  });

  test("if missing, does not send anybody to a callbackUrl on another origin", async () => {
    const { server, visited } = openPage();
    answerWith(server, () => Response.json({}));
    const done = signIn("credentials", { password, callbackUrl: "https://evil.example/" });
    await expect(done).rejects.toMatchObject({ name: "UnsafeRedirectError" });
    expect(visited).toEqual([]);
  });

  test.each([
    "javascript:alert(1)",
    " javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:http://localhost:3000/1",
    "http://[",
  ])("%j is not followed", async (url) => {
    const { server, visited } = openPage();
    answerWith(server, () => Response.json({ url }));
    await expect(signIn("credentials", { password })).rejects.toMatchObject({
      name: "UnsafeRedirectError",
      code: "unsafe-redirect",
      url,
    });
    expect(visited).toEqual([]);
  });
});

test("a javascript: callbackUrl is not followed", async () => {
  const { server, visited } = openPage();
  answerWith(server, () => Response.json({}));
  const done = signIn("credentials", { password, callbackUrl: "javascript:alert(1)" });
  await expect(done).rejects.toMatchObject({ name: "UnsafeRedirectError" });
  expect(visited).toEqual([]);
});

test.each([
  ["500 without a url", () => Response.json({ message: "misconfigured" }, { status: 500 }), "http"],
  ["an HTML page", () => new Response("<html>"), "parse"],
  ["a dead network", () => Response.error(), "network"],
])("%s rejects, and goes nowhere", async (_, answer, code) => {
  const { server, visited } = openPage();
  answerWith(server, answer);
  for (const redirect of [true, false] as const) {
    const done: Promise<unknown> = signIn("credentials", { password, redirect } as {
      redirect: true;
    });
    await expect(done).rejects.toMatchObject({ name: "SessionFetchError", code });
  }
  expect(visited).toEqual([]);
  screen.getByText("unauthenticated");
});

describe.each(["google", "toString", "__proto__"])(
  "a provider unknown to the server, %s,",
  (id) => {
    test("leads to the sign-in page", async () => {
      const { server, visited } = openPage();
      await signIn(id, { callbackUrl: "/after" });
      expect(visited).toEqual(["http://localhost:3000/api/auth/signin?callbackUrl=%2Fafter"]);
      expect(server.requests.filter(({ method }) => method === "POST")).toEqual([]);
    });

    test("rejects with redirect: false, and stays", async () => {
      const { visited } = openPage();
      await expect(signIn(id, { redirect: false })).rejects.toMatchObject({
        name: "SignInError",
        code: "unknown-provider",
      });
      expect(visited).toEqual([]);
    });
  },
);

describe("a list of providers", () => {
  test.each([
    [
      "that is missing",
      () => new Response("", { status: 404 }),
      { name: "SignInError", code: "no-providers" },
    ],
    [
      "that fails",
      () => new Response("", { status: 500 }),
      { name: "SessionFetchError", code: "http" },
    ],
    [
      "that is an HTML page",
      () => new Response("<html>"),
      { name: "SessionFetchError", code: "parse" },
    ],
    ["that is null", () => Response.json(null), { name: "SessionFetchError", code: "parse" }],
    [
      "that cannot be reached",
      () => Response.error(),
      { name: "SessionFetchError", code: "network" },
    ],
  ])("%s rejects, goes nowhere, and is asked for again next time", async (_, answer, error) => {
    const { server, visited } = openPage();
    server.fault = ({ endpoint }) => (endpoint === "providers" ? answer() : undefined);
    await expect(signIn("credentials", { password })).rejects.toMatchObject(error);
    expect(visited).toEqual([]);

    server.fault = undefined;
    await signIn("credentials", { redirect: false, password });
    await screen.findByText("authenticated Ada");
  });
});

describe.each(dialects)("a CSRF token that is refused (%s)", (dialect) => {
  test("once, is replaced by a fresh one, and nobody notices", async () => {
    const { server } = openPage(dialect);
    server.refuseTokens = 1;
    expect(await signIn("credentials", { redirect: false, password })).toMatchObject({ ok: true });
    expect(server.count("GET csrf")).toBe(2);
    expect(server.count("POST callback/credentials")).toBe(2);
  });

  test.each([true, false])("twice, rejects with a CsrfError (redirect: %s)", async (redirect) => {
    const { server, visited } = openPage(dialect);
    server.refuseTokens = 2;
    const done: Promise<unknown> = signIn("credentials", { password, redirect } as {
      redirect: true;
    });
    await expect(done).rejects.toMatchObject({ name: "CsrfError", code: "csrf" });
    expect(server.count("POST callback/credentials")).toBe(2);
    expect(visited).toEqual([]);
  });
});

test("a server without CSRF endpoint gets an empty token", async () => {
  const { server } = openPage("v5");
  server.fault = ({ endpoint, method }) => {
    if (endpoint === "csrf") return new Response("", { status: 404 });
    return method === "POST" ? Response.json({ url: "/" }) : undefined;
  };
  expect(await signIn("credentials", { redirect: false, password })).toMatchObject({ ok: true });
  expect(server.to("POST callback/credentials")[0]?.fields["csrfToken"]).toBe("");
});
