import { expect, test, vi } from "vitest";
import {
  getPasskeyChallenge,
  isCeremonyUnderWay,
  untilMutationsEnd,
} from "../../src/features/passkey.ts";
import type { SignInOptions } from "../../src/index.ts";
import { ada, json } from "../support/auth-server.ts";
import { openBrowser, type BrowserOptions } from "../support/browser.ts";
import { failing, hanging } from "../support/faults.ts";

const provider = "passkey";
const challenge = { action: "authenticate", options: { challenge: "c" } };

function openWithPasskeys(options: BrowserOptions = {}) {
  const browser = openBrowser(options);
  const { client, tab } = browser.tabs[0]!;
  const proof: { give(): void } = { give: () => {} };
  browser.server.fault = ({ endpoint }) => {
    if (endpoint.startsWith("webauthn-options/")) return json(challenge);
    if (endpoint !== "callback/passkey") return undefined;
    browser.server.user = ada;
    return json({ url: "https://app.example/" });
  };
  const ceremony: SignInOptions["ceremony"] = () =>
    new Promise((resolve) => Object.assign(proof, { give: () => resolve({ data: "signed" }) }));
  return { ...browser, client, tab, ceremony, proof };
}

test("asks for a challenge, with the fields of the sign-in and without the client's own options", async () => {
  const { client, server, finish } = openWithPasskeys();
  const options = { action: "authenticate", email: "ada@app.example", redirect: false };
  const asked = getPasskeyChallenge(client, provider, options);
  expect(isCeremonyUnderWay(client)).toBe(true);
  expect(await finish(asked)).toEqual(challenge);
  expect(isCeremonyUnderWay(client)).toBe(false);
  expect(server.requests.at(-1)).toMatchObject({ endpoint: "webauthn-options/passkey" });
});

test("a challenge waits for the ceremony of a sign-in, whose challenge it would replace", async () => {
  const { client, server, ceremony, proof, finish, advance } = openWithPasskeys();
  const signedIn = client.signIn(provider, { redirect: false, ceremony });
  await advance(1000);
  expect(isCeremonyUnderWay(client)).toBe(true);
  const asked = getPasskeyChallenge(client, provider);
  await advance(60_000);
  expect(server.count("GET webauthn-options/passkey")).toBe(1);
  proof.give();
  expect(await finish(signedIn)).toMatchObject({ ok: true });
  expect(await finish(asked)).toEqual(challenge);
  expect(server.count("GET webauthn-options/passkey")).toBe(2);
});

test("a challenge that is not wanted any more is not asked for", async () => {
  const { client, server, ceremony, proof, finish, advance } = openWithPasskeys();
  const signedIn = client.signIn(provider, { redirect: false, ceremony });
  await advance(1000);
  const isWanted = vi.fn<() => boolean>(() => client.getSnapshot().status !== "authenticated");
  const asked = getPasskeyChallenge(client, provider, {}, isWanted);
  expect(isWanted).not.toHaveBeenCalled();
  proof.give();
  await finish(signedIn);
  expect(await finish(asked)).toBeUndefined();
  expect(server.count("GET webauthn-options/passkey")).toBe(1);
});

test("a page that a sign-out leaves asks for no challenge", async () => {
  const { client, server, finish } = openWithPasskeys();
  await finish(client.signOut());
  expect(await finish(getPasskeyChallenge(client, provider))).toBeUndefined();
  expect(server.count("GET webauthn-options/passkey")).toBe(0);
});

test("a server without the provider is a typed error, and the next challenge is asked for", async () => {
  const { client, server, finish } = openWithPasskeys();
  server.fault = () => json({ message: "no such provider" }, 404);
  await expect(finish(getPasskeyChallenge(client, "other"))).rejects.toMatchObject({
    ...{ name: "SessionFetchError", code: "http", status: 404 },
  });
  server.fault = () => json(challenge);
  expect(await finish(getPasskeyChallenge(client, provider))).toEqual(challenge);
});

test("a store of another library is a type error", async () => {
  const other = {} as ReturnType<typeof openWithPasskeys>["client"];
  await expect(getPasskeyChallenge(other, provider)).rejects.toThrow(TypeError);
  expect(() => isCeremonyUnderWay(other)).toThrow(TypeError);
});

test("whoever waits for the mutations goes on after the last of them, and not for a ceremony", async () => {
  const { client, ceremony, finish, advance, proof } = openWithPasskeys();
  const order: string[] = [];
  const asked = client.signIn(provider, { redirect: false, ceremony });
  await advance(1000);
  await finish(untilMutationsEnd(client));
  const out = client.signOut({ redirect: false }).then(() => order.push("signed out"));
  const waited = untilMutationsEnd(client).then(() => order.push("waited"));
  const again = client.signOut({ redirect: false, callbackUrl: "/again" });
  await finish(Promise.all([out, waited, again.then(() => order.push("signed out again"))]));
  expect(order).toEqual(["signed out", "signed out again", "waited"]);
  proof.give();
  await finish(asked);
});

test("whoever waits for the mutations goes on after that of another tab, and knows its outcome", async () => {
  const { client, tabs, server, finish, advance, shown } = openWithPasskeys({ tabs: 2, user: ada });
  await advance(1000);
  let answer = (): void => {};
  server.fault = failing("POST signout", () => {
    server.user = null;
    const url = "https://app.example/";
    return new Promise((resolve) => (answer = () => resolve(json({ url }))));
  });
  const signedOut = tabs[1]!.client.signOut({ redirect: false });
  await advance(300);
  expect(shown()).toEqual(["Ada", "Ada"]);
  const waited = untilMutationsEnd(client).then(() => client.getSnapshot().status);
  await advance(300);
  answer();
  expect(await finish(waited)).toBe("unauthenticated");
  await finish(signedOut);
});

test("another tab whose mutation never ends is not waited for without end", async () => {
  const { client, tabs, server, finish, advance } = openWithPasskeys({ tabs: 2, user: ada });
  await advance(1000);
  server.fault = hanging;
  void tabs[1]!.client.signOut({ redirect: false }).catch(() => {});
  await advance(50);
  let isOver = false;
  const waited = untilMutationsEnd(client).then(() => (isOver = true));
  await advance(1000);
  expect(isOver).toBe(false);
  await finish(waited, 6000);
});

test("to ask whether a ceremony is under way changes nothing", async () => {
  const { client } = openWithPasskeys();
  expect([isCeremonyUnderWay(client), isCeremonyUnderWay(client)]).toEqual([false, false]);
});

test("a sign-out that began before anybody asked is waited for, and a second click on it is the same", async () => {
  const { client, server, finish } = openWithPasskeys({ user: ada });
  const order: string[] = [];
  const signOut = async (): Promise<void> => {
    await client.signOut({ redirect: false });
    order.push("signed out");
  };
  const first = signOut();
  const waited = untilMutationsEnd(client).then(() => order.push("waited"));
  await finish(Promise.all([first, waited]));
  expect(order).toEqual(["signed out", "waited"]);
  const again = [signOut(), untilMutationsEnd(client), signOut()];
  await finish(Promise.all(again));
  expect(server.count("POST signout")).toBe(2);
});
