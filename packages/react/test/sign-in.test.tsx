import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { prepareSignIn, SessionProvider, signIn } from "../src/index.ts";
import { dialects, openAuthServer, type AuthServerOptions } from "./support/auth-server.ts";
import { watchLocation, Who } from "./support/page.tsx";

const PAGE = "http://localhost:3000/page?tab=2";
const password = "Ada";

/** Opens a page on which nobody is signed in. `visited` is where the browser was sent. */
function openPage(options: AuthServerOptions = {}) {
  const server = openAuthServer(options);
  const visited = watchLocation(PAGE);
  render(
    <SessionProvider basePath={options.basePath} session={null}>
      <Who />
    </SessionProvider>,
    {
      reactStrictMode: true,
    },
  );
  return { server, visited };
}

function signInPage(callbackUrl: string, base = "/api/auth"): string {
  return `http://localhost:3000${base}/signin?${new URLSearchParams({ callbackUrl })}`;
}

describe("without a provider", () => {
  test("opens the sign-in page, which leads back here", async () => {
    const { server, visited } = openPage();
    await signIn();
    expect(visited).toEqual([signInPage(PAGE)]);
    expect(server.count("POST signin")).toBe(0);
  });

  test("opens the sign-in page under basePath, which leads to callbackUrl", async () => {
    const { visited } = openPage({ basePath: "/custom/auth" });
    await signIn(undefined, { callbackUrl: "/after" });
    expect(visited).toEqual([signInPage("/after", "/custom/auth")]);
  });
});

test("posts the fields with a CSRF token that nobody had to ask for", async () => {
  const { server } = openPage();
  await signIn("credentials", { redirect: false, username: "ada", password, remember: true });
  expect(server.to("POST callback/credentials").map(({ fields }) => fields)).toEqual([
    expect.objectContaining({ csrfToken: "token", username: "ada", password, remember: "true" }),
  ]);
});

test("begins with its POST after the pointer has entered the button", async () => {
  const { server } = openPage();
  render(<button onPointerEnter={prepareSignIn}>Sign in</button>);
  fireEvent.pointerEnter(screen.getByRole("button"));
  fireEvent.pointerEnter(screen.getByRole("button"));
  await vi.waitFor(() => expect(server.count("GET csrf")).toBe(1));
  const before = server.requests.length;
  await signIn("credentials", { redirect: false, password });
  expect(server.requests.length).toBe(before + 2);
  expect([server.count("GET csrf"), server.count("GET providers")]).toEqual([1, 1]);
  screen.getByText("authenticated Ada");
});

describe.each(dialects)("with credentials that are right (%s)", (dialect) => {
  test("goes back to the page where the sign-in began", async () => {
    const { server, visited } = openPage({ dialect });
    await signIn("credentials", { password });
    expect(visited).toEqual([PAGE]);
    expect(server.user?.name).toBe("Ada");
  });

  test.each([
    ["a relative callbackUrl", { callbackUrl: "/after" }, "http://localhost:3000/after"],
    [
      "an absolute callbackUrl",
      { callbackUrl: "http://localhost:3000/x" },
      "http://localhost:3000/x",
    ],
    ["v5's redirectTo", { redirectTo: "/after" }, "http://localhost:3000/after"],
    [
      "the server's choice in place of a foreign one",
      { callbackUrl: "https://evil.example/" },
      "http://localhost:3000/",
    ],
  ])("goes to %s", async (_, options, target) => {
    const { visited } = openPage({ dialect });
    await signIn("credentials", { password, ...options });
    expect(visited).toEqual([target]);
  });

  test("stays with redirect: false, says so, and every component knows", async () => {
    const { server, visited } = openPage({ dialect });
    const answer = await signIn("credentials", {
      redirect: false,
      password,
      callbackUrl: "/after",
    });
    expect(answer).toEqual({
      ok: true,
      status: 200,
      error: undefined,
      code: undefined,
      url: "http://localhost:3000/after",
    });
    await screen.findByText("authenticated Ada");
    expect(server.count("GET session")).toBe(1);
    expect(visited).toEqual([]);
  });
});

describe.each(dialects)("with credentials that are wrong (%s)", (dialect) => {
  const status = dialect === "v4" ? 401 : 200;
  const code = dialect === "v4" ? undefined : "credentials";

  test("is not ok with redirect: false, has no url, and nobody is signed in", async () => {
    const { server, visited } = openPage({ dialect });
    const answer = await signIn("credentials", { redirect: false, password: "wrong" });
    expect(answer).toEqual({ ok: false, status, error: "CredentialsSignin", code, url: null });
    screen.getByText("unauthenticated");
    expect(server.count("GET session")).toBe(0);
    expect(visited).toEqual([]);
  });

  test("goes to the server's page that says so", async () => {
    const { visited } = openPage({ dialect });
    await signIn("credentials", { password: "wrong" });
    expect(visited).toEqual([expect.stringContaining("error=CredentialsSignin")]);
  });
});

describe.each(dialects)("with another provider (%s)", (dialect) => {
  test("goes where the server says, though it is another origin", async () => {
    const { visited } = openPage({ dialect });
    await signIn("github");
    expect(visited).toEqual(["https://github.example/authorize?state=1"]);
  });

  test("hands on the third argument to the authorization request", async () => {
    const { server } = openPage({ dialect });
    await signIn("github", undefined, { prompt: "login", login_hint: "ada@example.org" });
    expect(server.to("POST signin/github").map(({ url }) => url.search)).toEqual([
      "?prompt=login&login_hint=ada%40example.org",
    ]);
  });

  test("says with redirect: false where it would have gone", async () => {
    const { visited } = openPage({ dialect });
    const answer = await signIn("email", { redirect: false, email: "ada@example.org" });
    expect(answer).toMatchObject({
      ok: true,
      url: expect.stringContaining("/api/auth/verify-request"),
    });
    expect(visited).toEqual([]);
  });
});

test("takes a form for its fields", async () => {
  const { server } = openPage();
  const form = new FormData();
  form.set("password", password);
  await signIn("credentials", form);
  expect(server.user).toMatchObject({ name: "Ada" });
});
