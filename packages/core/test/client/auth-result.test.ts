import { describe, expect, test } from "vitest";
import { dialects, json } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { failing } from "../support/faults.ts";

const stay = { redirect: false } as const;

test.each(["/login?error=SessionRequired", "/login?csrf=true", "/login#error=x"])(
  "a page whose own address is %s can sign in, though the server sends that address back",
  async (callbackUrl) => {
    const { tabs, advance, finish } = openBrowser({ url: `https://app.example${callbackUrl}` });
    await advance(100);
    const { client } = tabs[0]!;
    const result: unknown = await finish(
      client.signIn("credentials", { ...stay, password: "Ada" }),
    ).catch((error: unknown) => error);
    expect(result).toMatchObject({ ok: true, error: undefined });
    expect((result as { url: string }).url).toMatch("https://app.example/login");
    expect(tabs[0]!.shows()).toBe("Ada");
  },
);

test.each(["credentials", "/", "", "#", "s", "?error=CredentialsSignin&code=credentials"])(
  "wrong credentials are wrong, whatever the callbackUrl is: %j",
  async (callbackUrl) => {
    for (const dialect of dialects) {
      const { tabs, advance, finish } = openBrowser({ dialect });
      await advance(100);
      const { client } = tabs[0]!;
      const result = await finish(
        client.signIn("credentials", { ...stay, callbackUrl, password: "no" }),
      );
      expect(result).toMatchObject({ ok: false, error: "CredentialsSignin", url: null });
    }
  },
);

test("wrong credentials are wrong on a page that an earlier failure has led to", async () => {
  const url = "https://app.example/login?error=CredentialsSignin&code=credentials";
  const { server, tabs, advance, finish } = openBrowser({ url, dialect: "v5" });
  await advance(100);
  const { client } = tabs[0]!;
  // As Auth.js v5 answers where `pages.signIn` is "/login".
  server.fault = failing("POST callback/credentials", () => json({ url }));
  await expect(
    finish(client.signIn("credentials", { ...stay, password: "no" })),
  ).resolves.toMatchObject({
    ok: false,
    error: "CredentialsSignin",
  });
  server.fault = undefined;
  await expect(
    finish(client.signIn("credentials", { ...stay, password: "Ada" })),
  ).resolves.toMatchObject({
    ok: true,
    error: undefined,
  });
  expect(tabs[0]!.shows()).toBe("Ada");
});

describe("ok", () => {
  const base = "https://app.example/api/auth";

  test.each([
    [200, "/home", true, undefined],
    [200, `${base}/signin?error=AccessDenied`, false, "AccessDenied"],
    [200, `${base}/signin?error=Configuration`, false, "Configuration"],
    [403, `${base}/error?error=AccessDenied`, false, "AccessDenied"],
    [
      401,
      `${base}/error?error=Your%20account%20is%20locked&provider=`,
      false,
      "Your account is locked",
    ],
    [200, "/relative?error=Verification", false, "Verification"],
    [200, "/home?message=no%20error%3Dhere", true, undefined],
    [401, "/home", false, undefined],
  ])("with status %i and the url %j is %j, and the error %j", async (status, url, ok, error) => {
    const { server, tabs, advance, finish } = openBrowser();
    await advance(100);
    server.fault = failing("POST callback/credentials", () => json({ url }, status));
    const result = await finish(tabs[0]!.client.signIn("credentials", stay));
    expect(result).toMatchObject({ ok, status, error });
    expect(result!.url).toBe(error ? null : url);
  });
});

test.each(dialects)(
  "a callbackUrl is sent to the letter, and is no failure when it comes back: %s",
  async (dialect) => {
    const { server, tabs, advance, finish } = openBrowser({ dialect });
    await advance(100);
    const { client } = tabs[0]!;
    const sentIn = (what: string) => new URLSearchParams(server.last(what).body).get("callbackUrl");
    for (const callbackUrl of [
      "/logs?error=500&page=2",
      "/logs?%65rror=500",
      "/a?csrf=true&code=1",
    ]) {
      const result = await finish(
        client.signIn("credentials", { ...stay, callbackUrl, password: "Ada" }),
      );
      expect(result).toMatchObject({ ok: true, error: undefined, code: undefined });
      expect(sentIn("POST callback/credentials")).toBe(callbackUrl);
      await expect(finish(client.signOut({ ...stay, callbackUrl }))).resolves.toHaveProperty("url");
      expect(sentIn("POST signout")).toBe(callbackUrl);
    }
  },
);

test("an answer that the page's own address makes ambiguous is decided by the session", async () => {
  const url = "https://app.example/login?error=CredentialsSignin&code=credentials";
  const { server, tabs, advance, finish } = openBrowser({ url, dialect: "v5" });
  await advance(100);
  const signIn = (password: string) =>
    finish(tabs[0]!.client.signIn("credentials", { ...stay, password }));
  const before = server.count("GET session");
  expect(await signIn("Ada")).toMatchObject({ ok: true, error: undefined });
  server.user = null;
  server.fault = failing("POST callback/credentials", () => json({ url }));
  expect(await signIn("no")).toMatchObject({ ok: false, error: "CredentialsSignin", url: null });
  // One read each, which shows who is signed in as well.
  expect(server.count("GET session") - before).toBe(2);
});
