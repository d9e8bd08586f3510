import { describe, expect, test } from "vitest";
import { isSessionFetchError, isSignInError } from "../../src/index.ts";
import { json } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import {
  answering,
  failing,
  hanging,
  html,
  reset,
  truncated,
  type Failure,
} from "../support/faults.ts";

const stay = { redirect: false } as const;

async function openSettled() {
  const browser = openBrowser();
  await browser.advance(100);
  return { ...browser, ...browser.tabs[0]! };
}

test("getProviders() lists what the server has", async () => {
  const { client, finish, server } = await openSettled();
  const providers = await finish(client.getProviders());
  expect(Object.keys(providers!)).toEqual(["credentials", "github", "email", "passkey"]);
  expect(providers!["github"]).toMatchObject({ id: "github", name: "GitHub", type: "oauth" });
  expect(server.log.slice(1)).toEqual(["GET providers"]);
});

test.each(["toString", "__proto__", "constructor", "../session", "GitHub", "%2e%2e", "a b/c?d#e"])(
  "rejects an unknown provider, and posts nothing: %s",
  async (id) => {
    const { client, finish, server, tab } = await openSettled();
    const error: unknown = await finish(client.signIn(id, stay)).catch((reason: unknown) => reason);
    expect(isSignInError(error)).toBe(true);
    expect(error).toMatchObject({ code: "unknown-provider" });
    expect(server.requests.filter(({ method }) => method === "POST")).toEqual([]);
    expect(tab.navigations).toEqual([]);
  },
);

test("goes to the sign-in page for an unknown provider, if it may leave the page", async () => {
  const { client, finish, tab } = await openSettled();
  await finish(client.signIn("toString", { callbackUrl: "/home" }));
  expect(tab.navigations).toEqual(["https://app.example/api/auth/signin?callbackUrl=%2Fhome"]);
});

test("without a provider it goes to the sign-in page, and asks nothing", async () => {
  const { client, finish, server, tab } = await openSettled();
  await expect(finish(client.signIn())).resolves.toBeUndefined();
  await finish(client.signIn("", { callbackUrl: "/home" }));
  expect(tab.navigations).toEqual([
    "https://app.example/api/auth/signin?callbackUrl=https%3A%2F%2Fapp.example%2F",
    "https://app.example/api/auth/signin?callbackUrl=%2Fhome",
  ]);
  expect(server.requests).toHaveLength(1);
});

test("a provider's id is a part of the path, whatever it is", async () => {
  const { client, finish, server } = await openSettled();
  const id = "my/own?x#y";
  server.fault = failing("GET providers", () => json({ [id]: { id, name: "x", type: "oauth" } }));
  await finish(client.signIn(id, stay)).catch(() => {});
  const post = server.requests.find(({ method }) => method === "POST");
  expect(post?.url).toBe("https://app.example/api/auth/signin/my%2Fown%3Fx%23y");
});

describe("a list of providers that cannot be had", () => {
  const failures: [string, Failure, object | null][] = [
    ["500", answering(500), { code: "http", status: 500 }],
    ["HTML", html, { code: "parse" }],
    ["truncated JSON", truncated, { code: "parse" }],
    ["null", () => json(null), { code: "parse" }],
    ["a text", () => json("github"), { code: "parse" }],
    ["garbage", () => json({ github: null, email: 5 }), { code: "parse" }],
    ["a broken connection", reset, { code: "network" }],
    ["no answer", hanging, { code: "timeout" }],
  ];

  test.each(failures)("rejects with a typed error: %s", async (_, failure, expected) => {
    const { client, finish, server, tab } = await openSettled();
    server.fault = failing("GET providers", failure);
    const list: unknown = await finish(client.getProviders(), 11_000).catch(
      (reason: unknown) => reason,
    );
    expect(isSessionFetchError(list)).toBe(true);
    expect(list).toMatchObject(expected!);
    const signIn: unknown = await finish(client.signIn("github"), 11_000).catch(
      (reason: unknown) => reason,
    );
    expect(signIn).toMatchObject(expected!);
    expect(server.requests.filter(({ method }) => method === "POST")).toEqual([]);
    expect(tab.navigations).toEqual([]);
  });

  test("is null where the server has no such endpoint, and then nobody can sign in", async () => {
    const { client, finish, server } = await openSettled();
    server.fault = failing("GET providers", answering(404));
    await expect(finish(client.getProviders())).resolves.toBeNull();
    await expect(finish(client.signIn("github", stay))).rejects.toMatchObject({
      name: "SignInError",
      code: "no-providers",
    });
  });

  test("is asked for again the next time", async () => {
    const { client, finish, server } = await openSettled();
    server.fault = failing("GET providers", answering(500), 1);
    await expect(finish(client.signIn("credentials", stay))).rejects.toMatchObject({ status: 500 });
    await expect(
      finish(client.signIn("credentials", { ...stay, password: "Ada" })),
    ).resolves.toMatchObject({
      ok: true,
    });
  });
});

test("the list is kept, and asked for beside the CSRF token, not before it", async () => {
  const { client, finish, server } = await openSettled();
  server.latencyMs = 100;
  await finish(client.signIn("credentials", { ...stay, password: "no" }));
  expect(server.last("GET providers").at).toBe(server.last("GET csrf").at);
  expect(server.last("POST callback/credentials").at).toBe(server.last("GET csrf").at + 100);
  await finish(client.signIn("credentials", { ...stay, password: "Ada" }));
  expect(server.count("GET providers")).toBe(1);
  expect(server.count("GET csrf")).toBe(2);
});

test("a session is never asked for beside the CSRF token, for both set the same cookie", async () => {
  const { client, finish, server, tab, advance } = await openSettled();
  server.latencyMs = 200;
  const signIn = client.signIn("credentials", { ...stay, password: "Ada" });
  tab.show();
  void client.getSession();
  await advance(10);
  await finish(signIn);
  const [csrf, session] = [server.last("GET csrf"), server.last("GET session")];
  expect(session.at).toBeGreaterThanOrEqual(csrf.at + 200);
});
