import { describe, expect, test } from "vitest";
import { isUnsafeRedirectError } from "../../src/index.ts";
import { ada, json } from "../support/auth-server.ts";
import { openBrowser, type OpenTab } from "../support/browser.ts";
import { failing } from "../support/faults.ts";

const page = "https://app.example/deep/page?x=1";
const stay = { redirect: false } as const;

type Act = (tab: OpenTab, options: { callbackUrl?: string }) => Promise<unknown>;
const signIn: Act = ({ client }, options) =>
  client.signIn("credentials", { password: "Ada", ...options });
const signOut: Act = ({ client }, options) => client.signOut(options);
const acts: [string, string, Act][] = [
  ["signIn", "POST callback/credentials", signIn],
  ["signOut", "POST signout", signOut],
];

/** Calls `act` against a server that answers with this, and tells where it went or how it failed. */
async function go(act: Act, endpoint: string, answer: unknown, callbackUrl = "/home") {
  const { server, tabs, advance, finish } = openBrowser({ url: page });
  await advance(100);
  server.fault = failing(endpoint, () => json(answer));
  const error: unknown = await finish(
    act(tabs[0]!, { callbackUrl }).then(
      () => undefined,
      (e: unknown) => e,
    ),
  );
  return { error, navigations: tabs[0]!.tab.navigations };
}

const unsafeForAll = [
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:https://app.example/2d5c",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "ftp://app.example/",
  "https://",
  "http://[",
];
const unsafeWithoutWord = [
  "//evil.example",
  "\\\\evil.example",
  "/\\evil.example",
  "https://evil.example/home",
  "http://app.example/home",
  "https://app.example:8443/home",
  "https://app.example@evil.example/",
  "https://app.example.evil.example/",
];

describe.each(acts)("%s", (_, endpoint, act) => {
  test.each(unsafeForAll)("does not go to %j, even if the server has sent it", async (url) => {
    const { error, navigations } = await go(act, endpoint, { url });
    expect(isUnsafeRedirectError(error)).toBe(true);
    expect(error).toMatchObject({ url, code: "unsafe-redirect" });
    expect(navigations).toEqual([]);
  });

  test.each([...unsafeForAll, ...unsafeWithoutWord])(
    "does not go to the callbackUrl %j if the server has not returned it",
    async (callbackUrl) => {
      const { error, navigations } = await go(act, endpoint, {}, callbackUrl);
      expect(isUnsafeRedirectError(error)).toBe(true);
      expect(navigations).toEqual([]);
    },
  );

  test.each([
    ["/home", "https://app.example/home"],
    ["home", "https://app.example/deep/home"],
    ["?y=2", "https://app.example/deep/page?y=2"],
    ["#part", "https://app.example/deep/page?x=1#part"],
    ["https://other.example/x", "https://other.example/x"],
    ["http://localhost:3000/x", "http://localhost:3000/x"],
    ["//cdn.example/x", "https://cdn.example/x"],
  ])("goes to %j if the server returns it", async (url, expected) => {
    const { error, navigations } = await go(act, endpoint, { url });
    expect(error).toBeUndefined();
    expect(navigations).toEqual([expected]);
  });

  test.each([[{}], [{ url: null }], [{ url: 5 }], [{ url: ["/x"] }], [null]])(
    "goes to its own callbackUrl where the server's answer is %j",
    async (answer) => {
      const { error, navigations } = await go(act, endpoint, answer);
      expect(error).toBeUndefined();
      expect(navigations).toEqual(["https://app.example/home"]);
    },
  );
});

test("an unsafe address does not undo what the server has done", async () => {
  const { server, tabs, shown, advance, finish } = openBrowser({ tabs: 2, user: ada });
  await advance(100);
  server.fault = failing("POST signout", () => {
    server.user = null;
    return json({ url: "javascript:alert(1)" });
  });
  await expect(finish(tabs[0]!.client.signOut())).rejects.toSatisfy(isUnsafeRedirectError);
  await advance(1000);
  expect(shown()).toEqual(["nobody", "nobody"]);
});

test.each([
  ["/next", "/next"],
  ["https://app.example/next?x=1", "https://app.example/next?x=1"],
])("with redirect: false it hands on the server's %j as it is", async (url, expected) => {
  const { server, tabs, advance, finish } = openBrowser();
  await advance(100);
  server.fault = failing("POST callback/credentials", () => json({ url }));
  const result = await finish(tabs[0]!.client.signIn("credentials", stay));
  expect(result).toMatchObject({ ok: true, url: expected });
});

test("with redirect: false it does not take an unsafe callbackUrl for the server's", async () => {
  const { server, tabs, advance, finish } = openBrowser();
  await advance(100);
  const callbackUrl = "javascript:alert(1)";
  server.fault = ({ method }) => (method === "POST" ? json({}) : undefined);
  const { client } = tabs[0]!;
  const signedIn: unknown = await finish(
    client.signIn("credentials", { ...stay, callbackUrl }),
  ).catch(() => ({}));
  expect(signedIn).not.toMatchObject({ url: callbackUrl });
  const signedOut: unknown = await finish(client.signOut({ ...stay, callbackUrl })).catch(
    () => ({}),
  );
  expect(signedOut).not.toMatchObject({ url: callbackUrl });
});

test("an app's router is called when the session is known", async () => {
  const seen: string[] = [];
  const browser = openBrowser({
    client: { navigate: (url) => void seen.push(`${url} ${browser.tabs[0]!.shows()}`) },
  });
  const { tabs, advance, finish } = browser;
  await advance(100);
  await finish(signIn(tabs[0]!, { callbackUrl: "/home" }));
  await finish(signOut(tabs[0]!, { callbackUrl: "/bye" }));
  expect(seen).toEqual(["https://app.example/home Ada", "https://app.example/bye nobody"]);
  expect(tabs[0]!.tab.navigations).toEqual([]);
});

test("an app's router is not called with an unsafe address", async () => {
  const seen: string[] = [];
  const { tabs, advance, finish, server } = openBrowser({
    client: { navigate: (url) => void seen.push(url) },
  });
  await advance(100);
  server.fault = failing("POST signout", () => json({ url: "javascript:alert(1)" }));
  await expect(finish(signOut(tabs[0]!, {}))).rejects.toSatisfy(isUnsafeRedirectError);
  expect(seen).toEqual([]);
});

test("a sign-in that leads to an unsafe address is one all the same, and the page that stays shows it", async () => {
  const { server, tabs, advance, finish, shown } = openBrowser({ tabs: 2, hasChannel: false });
  await advance(100);
  server.fault = failing("POST callback/credentials", () => {
    server.user = ada;
    return json({ url: "javascript:alert(1)" });
  });
  const error = await finish(signIn(tabs[0]!, {}).catch((reason: unknown) => reason));
  expect(isUnsafeRedirectError(error)).toBe(true);
  await advance(1000);
  expect(shown()).toEqual(["Ada", "Ada"]);
});
