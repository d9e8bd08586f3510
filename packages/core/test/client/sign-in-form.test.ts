import { expect, test } from "vitest";
import { isSignInError } from "../../src/index.ts";
import { openBrowser } from "../support/browser.ts";

const stay = { redirect: false } as const;
const form = (body: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body));

test("sends what the provider takes, and nothing that is undefined", async () => {
  const { server, tabs, advance, finish } = openBrowser();
  await advance(100);
  await finish(
    tabs[0]!.client.signIn("credentials", {
      ...stay,
      callbackUrl: "/home",
      password: "Ada",
      otp: undefined,
      remember: true,
      tries: 0,
      note: null,
    }),
  );
  expect(form(server.last("POST callback/credentials").body)).toEqual({
    password: "Ada",
    remember: "true",
    tries: "0",
    note: "null",
    csrfToken: "token",
    callbackUrl: "/home",
    json: "true",
  });
});

test("what a form may not override stays as it is", async () => {
  const { server, tabs, advance, finish } = openBrowser();
  await advance(100);
  await finish(
    tabs[0]!.client.signIn("credentials", {
      ...stay,
      password: "Ada",
      csrfToken: "forged",
      json: false,
    }),
  );
  expect(form(server.last("POST callback/credentials").body)).toMatchObject({
    csrfToken: "token",
    json: "true",
  });
});

test.each([
  ["callbackUrl", { callbackUrl: "/a" }, "/a"],
  ["redirectTo, which wins", { callbackUrl: "/a", redirectTo: "/b" }, "/b"],
  ["the page, where nothing is given", {}, "https://app.example/here?x=1#y"],
])("comes back to %s", async (_, options, expected) => {
  const { server, tabs, advance, finish } = openBrowser({ url: "https://app.example/here?x=1#y" });
  await advance(100);
  await finish(tabs[0]!.client.signIn("credentials", { ...stay, password: "Ada", ...options }));
  expect(form(server.last("POST callback/credentials").body)).toMatchObject({
    callbackUrl: expected,
  });
  await finish(tabs[0]!.client.signOut({ ...stay, ...options }));
  expect(form(server.last("POST signout").body)).toMatchObject({ callbackUrl: expected });
});

test.each([
  ["a string", "prompt=login&login_hint=a%20b"],
  [
    "pairs",
    [
      ["prompt", "login"],
      ["login_hint", "a b"],
    ],
  ],
  ["an object", { prompt: "login", login_hint: "a b" }],
  ["URLSearchParams", new URLSearchParams({ prompt: "login", login_hint: "a b" })],
])("adds authorization parameters given as %s", async (_, params) => {
  const { server, tabs, advance, finish } = openBrowser();
  await advance(100);
  await finish(tabs[0]!.client.signIn("github", {}, params));
  const { search, body } = server.last("POST signin/github");
  expect(form(search)).toEqual({ prompt: "login", login_hint: "a b" });
  expect(form(body)).not.toHaveProperty("prompt");
});

test("without authorization parameters the address has no query", async () => {
  const { server, tabs, advance, finish } = openBrowser();
  await advance(100);
  await finish(tabs[0]!.client.signIn("github"));
  expect(server.last("POST signin/github").url).toBe("https://app.example/api/auth/signin/github");
});

test("on a server it rejects, for there is no page", async () => {
  const { environment } = openBrowser().tabs[0]!.tab;
  const { open, server, finish } = openBrowser({ tabs: 0 });
  const { client } = open({
    client: { environment: { ...environment, pageUrl: () => undefined } },
  });
  const error: unknown = await client
    .signIn("credentials", stay)
    .catch((reason: unknown) => reason);
  expect(isSignInError(error)).toBe(true);
  expect(error).toMatchObject({ code: "no-page" });
  await expect(finish(client.signOut(stay))).rejects.toMatchObject({ code: "no-page" });
  expect(server.requests).toHaveLength(0);
});

test("two that differ only in their authorization parameters are not one", async () => {
  const { server, tabs, advance } = openBrowser();
  await advance(100);
  const { client } = tabs[0]!;
  for (const prompt of ["login", "consent"]) {
    client.signIn("github", {}, new URLSearchParams({ prompt })).catch(() => {});
  }
  await advance(1000);
  expect(server.count("POST signin/github")).toBe(2);
});
