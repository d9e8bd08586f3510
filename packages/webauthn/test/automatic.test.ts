import { afterEach, expect, test, vi } from "vitest";
import { registerPasskeyAutomatically, signInWithPasskey } from "../src/index.ts";
import { installCredentials } from "./support/fake-credentials.ts";
import { openClient } from "./support/open-client.ts";

const challengesOf = "webauthn-options/passkey";
const posts = "callback/passkey";

/** A client whose user has just signed in with a password. */
async function open({ isOffered = true }: { isOffered?: boolean } = {}) {
  const signalUnknownCredential = vi.fn<(signal: object) => Promise<void>>(async () => {});
  const browser = installCredentials({
    getClientCapabilities: async () => ({ conditionalCreate: isOffered }),
    signalUnknownCredential,
  });
  const app = openClient({ action: "register" });
  app.client.subscribe(() => {});
  await app.finish(app.client.signIn("credentials", { username: "Grace", redirect: false }));
  return { ...app, ...browser, signalUnknownCredential };
}

const passkey = { rpId: "localhost", credentialId: "cGFzc2tleQ" };

afterEach(() => vi.useRealTimers());

test("the browser creates a passkey without a prompt, and the server keeps it for who is signed in", async () => {
  const { client, prompts, settle, finish, last, sent } = await open();
  const registered = registerPasskeyAutomatically(client);
  await settle();
  expect(prompts).toMatchObject([{ kind: "create", isConditional: true, challenge: "c1xx" }]);
  prompts[0]!.accept();
  expect(await finish(registered)).toMatchObject({ ok: true, passkey });
  expect(sent.some(({ url }) => url.endsWith("/webauthn-options/passkey?action=register"))).toBe(
    true,
  );
  expect(Object.fromEntries(last().body)).toMatchObject({ action: "register", csrfToken: "token" });
  expect(client.getSnapshot().data?.user?.name).toBe("Grace");
});

test.each([
  ["has no passkeys", undefined],
  ["cannot say what it can", {}],
  ["says that it cannot", { getClientCapabilities: async () => ({ conditionalCreate: false }) }],
  ["fails to say", { getClientCapabilities: () => Promise.reject(new Error("no")) }],
])("a browser that %s is asked for nothing, and neither is the server", async (_, newer) => {
  if (newer) installCredentials(newer);
  const { client, count, finish } = openClient({ action: "register", user: "Grace" });
  expect(await finish(registerPasskeyAutomatically(client))).toBeUndefined();
  expect(count(challengesOf)).toBe(0);
});

test.each([
  "NotAllowedError",
  "InvalidStateError",
  "ConstraintError",
  "AbortError",
  "UnknownError",
])("a browser that declines with %s is no error, and nothing is posted", async (name) => {
  const { client, prompts, settle, finish, count } = await open();
  const registered = registerPasskeyAutomatically(client);
  await settle();
  prompts[0]!.reject(name);
  expect(await finish(registered)).toBeUndefined();
  expect(count(posts)).toBe(0);
});

test("nobody who is signed out gets a passkey", async () => {
  const { client, finish, count } = await open();
  await finish(client.signOut({ redirect: false }));
  expect(await finish(registerPasskeyAutomatically(client))).toBeUndefined();
  expect(count(challengesOf)).toBe(0);
});

test("a passkey that comes after a sign-out is not posted, and the browser is told that it is none", async () => {
  const { client, prompts, settle, finish, count, signalUnknownCredential } = await open();
  const registered = registerPasskeyAutomatically(client);
  await settle();
  // The browser creates it while the sign-out is under way.
  const signedOut = client.signOut({ redirect: false });
  prompts[0]!.accept();
  expect(await finish(registered)).toBeUndefined();
  await finish(signedOut);
  expect(count(posts)).toBe(0);
  expect(client.getSnapshot().status).toBe("unauthenticated");
  expect(signalUnknownCredential).toHaveBeenCalledExactlyOnceWith(passkey);
});

test("a passkey that comes while another tab signs out is not posted", async () => {
  const { client, world, server, prompts, settle, finish, count } = await open();
  const { createSessionClient } = await import("@sojourn/core");
  const other = createSessionClient({ environment: world.openTab().environment });
  other.subscribe(() => {});
  await settle();
  let answer = (): void => {};
  server.faults["signout"] = () =>
    new Promise((resolve) => {
      answer = () => resolve(Response.json({ url: "https://app.example/" }));
    });
  const registered = registerPasskeyAutomatically(client);
  await settle();
  const signedOut = other.signOut({ redirect: false });
  await settle();
  expect(client.getSnapshot().status).toBe("authenticated");
  prompts[0]!.accept();
  await settle();
  expect(count(posts)).toBe(0);
  server.user = undefined;
  answer();
  expect(await finish(registered)).toBeUndefined();
  await finish(signedOut);
  expect(count(posts)).toBe(0);
});

test("a sign-out ends a creation under way", async () => {
  const { client, prompts, settle, finish, pending } = await open();
  const registered = registerPasskeyAutomatically(client);
  await settle();
  await finish(client.signOut({ redirect: false }));
  expect(await finish(registered)).toBeUndefined();
  expect(prompts).toHaveLength(1);
  expect(pending()).toEqual([]);
});

test("a passkey that comes after another user has signed in is not posted", async () => {
  const { client, server, prompts, settle, finish, count, signalUnknownCredential } = await open();
  const registered = registerPasskeyAutomatically(client);
  await settle();
  // By a link in another tab, for example.
  server.user = "Ada";
  await finish(client.getSession());
  expect(await finish(registered)).toBeUndefined();
  expect(prompts).toMatchObject([{ isPending: false }]);
  expect(count(posts)).toBe(0);
  expect(signalUnknownCredential).not.toHaveBeenCalled();
});

test("after its end it has no timer", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { client, prompts, settle, finish } = await open();
  const registered = registerPasskeyAutomatically(client);
  await settle();
  expect(vi.getTimerCount()).toBe(1);
  prompts[0]!.accept();
  expect(await finish(registered)).toMatchObject({ ok: true });
  expect(vi.getTimerCount()).toBe(0);
});

test("a browser that never answers is given up, and what it creates later is discarded", async () => {
  const { client, prompts, settle, finish, count, signalUnknownCredential } = await open();
  const { abort } = AbortController.prototype;
  // A password manager's extension that does not listen to the signal.
  vi.spyOn(AbortController.prototype, "abort").mockReturnValue();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const registered = registerPasskeyAutomatically(client);
  await settle();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await finish(registered)).toBeUndefined();
  prompts[0]!.accept();
  await settle();
  vi.restoreAllMocks();
  expect(AbortController.prototype.abort).toBe(abort);
  expect(count(posts)).toBe(0);
  expect(signalUnknownCredential).toHaveBeenCalledExactlyOnceWith(passkey);
});

test("browsers that never say what they can are given up", async () => {
  installCredentials({ getClientCapabilities: () => new Promise(() => {}) });
  const { client, count, finish, settle } = openClient({ action: "register", user: "Grace" });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const registered = registerPasskeyAutomatically(client, "passkey", { timeoutMs: 100 });
  await settle();
  await vi.advanceTimersByTimeAsync(100);
  expect(await finish(registered)).toBeUndefined();
  expect(count(challengesOf)).toBe(0);
});

test("a passkey on a click does not wait for it, and ends it", async () => {
  const { client, prompts, settle, finish } = await open();
  const registered = registerPasskeyAutomatically(client);
  await settle();
  const options = { action: "register", redirect: false } as const;
  const clicked = signInWithPasskey(client, "passkey", options);
  await settle();
  expect(await finish(registered)).toBeUndefined();
  expect(prompts).toMatchObject([{ isPending: false }, { isConditional: false, isPending: true }]);
  prompts[1]!.accept();
  expect(await finish(clicked)).toMatchObject({ ok: true });
});

test("a passkey on a click before the browser is asked is not disturbed", async () => {
  const { client, server, prompts, settle, finish } = await open();
  let answer: (response: Response) => void = () => {};
  server.faults[challengesOf] = () => new Promise((resolve) => (answer = resolve));
  const registered = registerPasskeyAutomatically(client);
  await settle();
  const options = { action: "register", redirect: false } as const;
  const clicked = signInWithPasskey(client, "passkey", options);
  server.faults = {};
  answer(Response.json({ action: "register", options: { challenge: "late" } }));
  expect(await finish(registered)).toBeUndefined();
  expect(prompts).toMatchObject([{ isConditional: false, isPending: true }]);
  prompts[0]!.accept();
  expect(await finish(clicked)).toMatchObject({ ok: true });
});

test("a passkey that the server does not verify is discarded", async () => {
  const { client, server, prompts, settle, finish, signalUnknownCredential } = await open();
  const url = "https://app.example/api/auth/error?error=WebAuthnVerificationError";
  server.faults[posts] = () => Response.json({ url });
  const registered = registerPasskeyAutomatically(client);
  await settle();
  prompts[0]!.accept();
  expect(await finish(registered)).toMatchObject({ ok: false });
  expect(signalUnknownCredential).toHaveBeenCalledOnce();
  expect(client.getSnapshot().data?.user?.name).toBe("Grace");
});

test("a server without the provider is a typed error", async () => {
  const { client, finish, count } = await open();
  await expect(finish(registerPasskeyAutomatically(client, "other"))).rejects.toMatchObject({
    ...{ name: "SessionFetchError", status: 404 },
  });
  expect(count(posts)).toBe(0);
});
