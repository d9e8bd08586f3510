import { describe, expect, test } from "vitest";
import { ada, dialects } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";

const stay = { redirect: false } as const;
const form = (body: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body));

describe.each(dialects)("%s", (dialect) => {
  test("signs in with credentials and resolves to the result when the session is known", async () => {
    const { tabs, advance, finish } = openBrowser({ dialect });
    await advance(100);
    const signIn = tabs[0]!.client.signIn("credentials", { ...stay, password: "Ada" });
    await expect(finish(signIn)).resolves.toEqual({
      ok: true,
      status: 200,
      error: undefined,
      code: undefined,
      url: "https://app.example/",
    });
    expect(tabs[0]!.client.getSnapshot()).toMatchObject({
      status: "authenticated",
      data: { user: ada },
    });
    expect(tabs[0]!.tab.navigations).toEqual([]);
  });

  test("resolves to the error for wrong credentials, changes nothing, and makes no read", async () => {
    const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 2, dialect });
    await advance(100);
    const calls = tabs[1]!.client.getSnapshot();
    const result = await finish(tabs[0]!.client.signIn("credentials", { ...stay, password: "no" }));
    expect(result).toEqual({
      ok: false,
      status: dialect === "v4" ? 401 : 200,
      error: "CredentialsSignin",
      code: dialect === "v4" ? undefined : "credentials",
      url: null,
    });
    await advance(1000);
    expect(shown()).toEqual(["nobody", "nobody"]);
    expect(tabs[1]!.client.getSnapshot()).toBe(calls);
    expect(server.count("GET session")).toBe(1);
  });

  test("wrong credentials with a redirect lead to the server's page", async () => {
    const { tabs, advance, finish } = openBrowser({ dialect });
    await advance(100);
    await expect(
      finish(tabs[0]!.client.signIn("credentials", { password: "no" })),
    ).resolves.toBeUndefined();
    expect(tabs[0]!.tab.navigations).toHaveLength(1);
    expect(tabs[0]!.tab.navigations[0]).toMatch(
      /^https:\/\/app\.example\/api\/auth\/.*error=CredentialsSignin/,
    );
  });

  test("leaves for the callbackUrl with a redirect, and the other tabs learn of it", async () => {
    const { tabs, shown, advance, finish } = openBrowser({ tabs: 3, dialect });
    await advance(100);
    await finish(tabs[0]!.client.signIn("credentials", { password: "Ada", callbackUrl: "/home" }));
    expect(tabs[0]!.tab.navigations).toEqual(["https://app.example/home"]);
    await advance(1000);
    expect(shown().slice(1)).toEqual(["Ada", "Ada"]);
  });

  test("OAuth leaves for the provider, and email for the page that the server names", async () => {
    const { tabs, advance, finish } = openBrowser({ dialect });
    await advance(100);
    await finish(tabs[0]!.client.signIn("github"));
    await finish(tabs[0]!.client.signIn("email", { email: "ada@example.org" }));
    expect(tabs[0]!.tab.navigations).toEqual([
      "https://github.example/authorize?state=1",
      "https://app.example/api/auth/verify-request?provider=email&type=email",
    ]);
  });

  test("redirect: false is honoured for OAuth and email too, and reads no session", async () => {
    const { server, tabs, advance, finish } = openBrowser({ dialect });
    await advance(100);
    const { client, tab } = tabs[0]!;
    await expect(finish(client.signIn("github", stay))).resolves.toMatchObject({
      ok: true,
      url: "https://github.example/authorize?state=1",
    });
    await expect(
      finish(client.signIn("email", { ...stay, email: "a@b.c" })),
    ).resolves.toMatchObject({
      ok: true,
      url: "https://app.example/api/auth/verify-request?provider=email&type=email",
    });
    expect(tab.navigations).toEqual([]);
    expect(server.count("GET session")).toBe(1);
    expect(form(server.last("POST signin/email").body)).toMatchObject({ email: "a@b.c" });
  });

  test("asks in both dialects at once", async () => {
    const { server, tabs, advance, finish } = openBrowser({ dialect });
    await advance(100);
    await finish(tabs[0]!.client.signIn("credentials", { ...stay, password: "Ada" }));
    await finish(tabs[0]!.client.signOut(stay));
    for (const what of ["POST callback/credentials", "POST signout"]) {
      const { body, headers, init } = server.last(what);
      expect(form(body)).toMatchObject({ json: "true", csrfToken: "token" });
      expect(headers.get("X-Auth-Return-Redirect")).toBe("1");
      // Which is what gives it the Content-Type of a form.
      expect(init.body).toBeInstanceOf(URLSearchParams);
    }
  });
});
