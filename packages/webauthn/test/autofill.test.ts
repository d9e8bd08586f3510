import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import {
  signInWithPasskey,
  startPasskeyAutofill,
  type PasskeyAutofillOptions,
  type PasskeyResponse,
} from "../src/index.ts";
import { installCredentials, type Prompt } from "./support/fake-credentials.ts";
import { openClient, type ServerOptions } from "./support/open-client.ts";

const challengesOf = "webauthn-options/passkey";
const posts = "callback/passkey";
const isConditionalMediationAvailable = async () => true;

function open(options: PasskeyAutofillOptions = {}, server: ServerOptions = {}) {
  const browser = installCredentials({ isConditionalMediationAvailable });
  const app = openClient(server);
  const answers: PasskeyResponse[] = [];
  const errors: unknown[] = [];
  const start = () => {
    const stop = startPasskeyAutofill(app.client, "passkey", {
      redirect: false,
      onAnswer: (answer) => answers.push(answer),
      onError: (error) => errors.push(error),
      ...options,
    });
    onTestFinished(stop);
    return stop;
  };
  const { settle } = app;
  async function pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
    await settle();
  }
  async function asked(count: number): Promise<Prompt> {
    await settle();
    return browser.prompts[count - 1]!;
  }
  return { ...app, ...browser, answers, errors, start, stop: start(), pass, asked };
}

function show(visibility: "visible" | "hidden"): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility);
  document.dispatchEvent(new Event("visibilitychange"));
}

const focusField = () => document.body.dispatchEvent(new Event("focusin", { bubbles: true }));

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("who picks a passkey in the autofill is signed in, without leaving the page", async () => {
  const { asked, answers, client, last, navigations, count, pending, settle } = open({
    email: "a@b.c",
  });
  await settle();
  const prompt = await asked(1);
  expect(prompt).toMatchObject({ kind: "get", isConditional: true, challenge: "c1xx" });
  prompt.accept();
  await settle();
  expect(Object.fromEntries(last().body)).toMatchObject({ action: "authenticate", email: "a@b.c" });
  expect(JSON.parse(last().body.get("data")!)).toMatchObject({ id: "cGFzc2tleQ" });
  expect(last().body.has("onAnswer")).toBe(false);
  const passkey = { rpId: "localhost", credentialId: "cGFzc2tleQ", userId: "dXNlcg" };
  expect(answers).toEqual([expect.objectContaining({ ok: true, passkey })]);
  expect(client.getSnapshot().data?.user?.name).toBe("Ada");
  expect(navigations).toEqual([]);
  expect(count(challengesOf)).toBe(1);
  expect(pending()).toEqual([]);
});

test("by default the page goes where the server says", async () => {
  const { asked, answers, navigations, settle } = open({ redirect: true, callbackUrl: "/" });
  await settle();
  (await asked(1)).accept();
  await settle();
  expect(navigations).toEqual(["https://app.example/"]);
  expect(answers).toEqual([]);
});

test.each([
  ["has no passkeys", undefined],
  ["has no conditional ceremonies", {}],
  ["says that it has none", { isConditionalMediationAvailable: async () => false }],
  ["cannot say", { isConditionalMediationAvailable: () => Promise.reject(new Error("no")) }],
  ["never says", { isConditionalMediationAvailable: () => new Promise(() => {}) }],
])("a browser that %s is asked for nothing, and neither is the server", async (_, newer) => {
  const browser = newer && installCredentials(newer);
  const { client, sent, settle } = openClient();
  const stop = startPasskeyAutofill(client);
  await settle();
  stop();
  expect(browser?.prompts ?? []).toEqual([]);
  expect(sent).toEqual([]);
});

test("nothing is offered to who is signed in, and it is offered after a sign-out", async () => {
  const { client, count, pending, settle, finish } = open({}, { user: "Grace" });
  await settle();
  expect(count(challengesOf)).toBe(0);
  await finish(client.signOut({ redirect: false }));
  await settle();
  expect(pending()).toHaveLength(1);
});

test("a sign-in with a password does not wait for it, and ends it", async () => {
  const { asked, client, pending, count, settle, finish } = open();
  await settle();
  await asked(1);
  const answer = await finish(client.signIn("credentials", { username: "Grace", redirect: false }));
  expect(answer).toMatchObject({ ok: true });
  await settle();
  expect(pending()).toEqual([]);
  focusField();
  await settle();
  expect(count(challengesOf)).toBe(1);
});

test("a passkey that is picked during a sign-in with a password counts only if that one fails", async () => {
  const { asked, client, server, count, settle, finish } = open();
  await settle();
  let answer: (response: Response) => void = () => {};
  server.faults["callback/credentials"] = () => new Promise((resolve) => (answer = resolve));
  const signedIn = client.signIn("credentials", { username: "Grace", redirect: false });
  await settle();
  (await asked(1)).accept();
  await settle();
  server.user = "Grace";
  answer(Response.json({ url: "https://app.example/" }));
  await finish(signedIn);
  await settle();
  expect(count(posts)).toBe(0);
  expect(client.getSnapshot().data?.user?.name).toBe("Grace");
});

test("a sign-in in another tab ends it", async () => {
  const { asked, pending, world, server, settle, finish } = open();
  await settle();
  await asked(1);
  const { createSessionClient } = await import("@sojourn/core");
  const other = createSessionClient({ environment: world.openTab().environment });
  const answer = await finish(other.signIn("credentials", { username: "Grace", redirect: false }));
  expect(answer).toMatchObject({ ok: true });
  expect(server.user).toBe("Grace");
  await settle();
  expect(pending()).toEqual([]);
});

test("a passkey on a click interrupts it, and it comes back if the user cancels that", async () => {
  const { asked, client, pending, errors, settle, finish } = open();
  await settle();
  const signedIn = signInWithPasskey(client, "passkey", { redirect: false });
  const modal = await asked(2);
  expect(pending()).toEqual([modal]);
  modal.reject("NotAllowedError");
  await expect(finish(signedIn)).rejects.toMatchObject({ name: "NotAllowedError" });
  await settle();
  expect(pending()).toMatchObject([{ isConditional: true, challenge: "c3xx" }]);
  expect(errors).toEqual([]);
});

test("a double click on a passkey stays one ceremony, also if it interrupts the autofill", async () => {
  const { asked, client, prompts, count, settle, finish } = open();
  await settle();
  const options = { redirect: false } as const;
  const first = signInWithPasskey(client, "passkey", options);
  const modal = await asked(2);
  const second = signInWithPasskey(client, "passkey", options);
  modal.accept();
  const answers = await finish(Promise.all([first, second]));
  expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
  expect(prompts).toHaveLength(2);
  expect(count(posts)).toBe(1);
});

test("during a passkey on a click, no challenge replaces the one that the user signs", async () => {
  const { asked, client, pending, count, settle, pass, finish } = open();
  await settle();
  const signedIn = signInWithPasskey(client, "passkey", { redirect: false });
  const modal = await asked(2);
  focusField();
  show("visible");
  await pass(241_000);
  expect(count(challengesOf)).toBe(2);
  expect(pending()).toEqual([modal]);
  modal.accept();
  expect(await finish(signedIn)).toMatchObject({ ok: true });
});

test("a passkey on a click before there is an offer is not disturbed", async () => {
  const { server, client, prompts, settle } = open();
  let answer: (response: Response) => void = () => {};
  server.faults[challengesOf] = () => new Promise((resolve) => (answer = resolve));
  await settle();
  const signedIn = signInWithPasskey(client, "passkey", { redirect: false });
  server.faults = {};
  answer(Response.json({ action: "authenticate", options: { challenge: "late" } }));
  await settle();
  expect(prompts).toMatchObject([{ isConditional: false, isPending: true }]);
  prompts[0]!.accept();
  await settle();
  expect(await signedIn).toMatchObject({ ok: true });
});

test("its end does not end a passkey on a click that has just taken its place", async () => {
  const { asked, client, stop, hooks, pending, settle, finish } = open();
  await asked(1);
  hooks.onAsked = stop;
  const signedIn = signInWithPasskey(client, "passkey", { redirect: false });
  await settle();
  expect(pending()).toMatchObject([{ isConditional: false }]);
  pending()[0]!.accept();
  expect(await finish(signedIn)).toMatchObject({ ok: true });
});

test("after a sign-in with a passkey on a click, it stays away", async () => {
  const { asked, client, pending, count, settle, finish } = open();
  await settle();
  const signedIn = signInWithPasskey(client, "passkey", { redirect: false });
  (await asked(2)).accept();
  expect(await finish(signedIn)).toMatchObject({ ok: true });
  await settle();
  expect(pending()).toEqual([]);
  expect(count(challengesOf)).toBe(2);
});

test("a ceremony of other code is not disturbed, until the user turns to a field again", async () => {
  const { asked, pending, count, settle, finish } = open();
  await settle();
  await asked(1);
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const other = startAuthentication({ optionsJSON: { challenge: "b3Ro" } });
  await asked(2);
  await settle();
  expect(count(challengesOf)).toBe(1);
  expect(pending()).toMatchObject([{ isConditional: false }]);
  pending()[0]!.accept();
  await finish(other);
  focusField();
  await settle();
  expect(pending()).toMatchObject([{ isConditional: true }]);
});

test("its stop function ends it, and nothing is asked for any more", async () => {
  const { asked, stop, pending, count, client, answers, settle, pass } = open();
  await settle();
  await asked(1);
  stop();
  await settle();
  expect(pending()).toEqual([]);
  focusField();
  show("visible");
  await pass(3_600_000);
  expect(count(challengesOf)).toBe(1);
  expect(client.getSnapshot().status).toBe("unauthenticated");
  expect(answers).toEqual([]);
});

test("a challenge that comes after the stop asks nobody", async () => {
  const { stop, server, prompts, count, settle } = open();
  let answer: (response: Response) => void = () => {};
  server.faults[challengesOf] = () => new Promise((resolve) => (answer = resolve));
  await settle();
  expect(count(challengesOf)).toBe(1);
  stop();
  answer(Response.json({ action: "authenticate", options: { challenge: "late" } }));
  await settle();
  expect(prompts).toEqual([]);
});

test("the answer to a passkey that was picked before the stop is still handed over", async () => {
  const { asked, stop, answers, server, settle } = open();
  let answer: (response: Response) => void = () => {};
  server.faults[posts] = () => new Promise((resolve) => (answer = resolve));
  (await asked(1)).accept();
  await settle();
  stop();
  answer(Response.json({ url: "https://app.example/" }));
  await settle();
  expect(answers).toMatchObject([{ ok: true }]);
});

test("a second start takes the place of the first", async () => {
  const { start, pending, count, settle, pass } = open();
  await settle();
  start();
  await settle();
  expect(pending()).toMatchObject([{ challenge: "c2xx" }]);
  await pass(241_000);
  expect(pending()).toMatchObject([{ challenge: "c3xx" }]);
  expect(count(challengesOf)).toBe(3);
});

test("the end of the first start does not end the second", async () => {
  const { start, stop, pending, settle } = open();
  await settle();
  start();
  await settle();
  stop();
  await settle();
  expect(pending()).toMatchObject([{ challenge: "c2xx" }]);
});

test("after its end it has no timer, and the client no subscriber", async () => {
  const { stop, settle, world, asked } = open();
  await asked(1);
  expect(vi.getTimerCount()).toBe(1);
  stop();
  await world.clock.advance(2000);
  await settle();
  expect(vi.getTimerCount()).toBe(0);
  expect(world.clock.pendingTimers()).toBe(0);
});

test("the challenge is renewed before it is too old, while the page is visible", async () => {
  const { pending, count, settle, pass } = open();
  await settle();
  await pass(241_000);
  expect(pending()).toMatchObject([{ challenge: "c2xx" }]);
  show("hidden");
  await pass(3_600_000);
  expect(count(challengesOf)).toBe(2);
  show("visible");
  await settle();
  // Another tab may have asked for one meanwhile, and the server knows the last only.
  expect(pending()).toMatchObject([{ challenge: "c3xx" }]);
});

test("a hidden page offers nothing until it is shown", async () => {
  show("hidden");
  const { pending, count, settle } = open();
  await settle();
  expect(count(challengesOf)).toBe(0);
  show("visible");
  await settle();
  expect(pending()).toHaveLength(1);
});

test("the challenge is renewed after a sleep, or when the clock was set back", async () => {
  const { pending, settle } = open();
  await settle();
  focusField();
  await settle();
  expect(pending()).toMatchObject([{ challenge: "c1xx" }]);
  vi.setSystemTime(Date.now() - 3_600_000);
  focusField();
  await settle();
  expect(pending()).toMatchObject([{ challenge: "c2xx" }]);
});

test("a page that is left withdraws its offer, and makes it again when it comes back", async () => {
  const { pending, settle } = open();
  await settle();
  window.dispatchEvent(new Event("pagehide"));
  await settle();
  expect(pending()).toEqual([]);
  window.dispatchEvent(new Event("pageshow"));
  await settle();
  expect(pending()).toHaveLength(1);
});

test("a user who dismisses it can pick again", async () => {
  const { asked, errors, pending, settle, pass } = open();
  await settle();
  const prompt = await asked(1);
  await pass(5000);
  prompt.reject("NotAllowedError");
  await settle();
  expect(pending()).toMatchObject([{ challenge: "c2xx" }]);
  expect(errors).toEqual([]);
});

test("a browser that declines at once is not asked again and again", async () => {
  const { asked, count, errors, pending, settle } = open();
  await settle();
  (await asked(1)).reject("NotAllowedError");
  await settle();
  expect(count(challengesOf)).toBe(1);
  expect(errors).toEqual([]);
  focusField();
  await settle();
  expect(pending()).toHaveLength(1);
});

test("after a refusal the server is asked anew, and the user can pick again", async () => {
  const { asked, answers, server, pending, settle, pass } = open();
  await settle();
  const url = "https://app.example/api/auth/error?error=WebAuthnVerificationError";
  server.faults[posts] = () => Response.json({ url });
  await pass(5000);
  (await asked(1)).accept();
  await settle();
  expect(answers).toMatchObject([{ ok: false, error: "WebAuthnVerificationError" }]);
  expect(pending()).toMatchObject([{ challenge: "c2xx" }]);
  server.faults = {};
  pending()[0]!.accept();
  await settle();
  expect(answers).toMatchObject([{ ok: false }, { ok: true }]);
});

test("a refused CSRF token is fetched again", async () => {
  const { asked, answers, server, count, settle } = open();
  await settle();
  let refusals = 1;
  server.faults[posts] = () => {
    const url = `https://app.example/api/auth/signin${refusals > 0 ? "?error=MissingCSRF" : ""}`;
    if (refusals === 0) server.user = "Ada";
    refusals -= 1;
    return Response.json({ url });
  };
  (await asked(1)).accept();
  await settle();
  expect(answers).toMatchObject([{ ok: true }]);
  expect(count("csrf")).toBe(2);
});

test("a server without the provider is a typed error, and the browser is asked for nothing", async () => {
  const { errors, prompts, settle } = open({}, { isKnown: false });
  await settle();
  expect(errors).toMatchObject([{ name: "SessionFetchError", status: 404 }]);
  expect(prompts).toEqual([]);
});

test("a challenge that the browser does not understand is reported", async () => {
  const { errors, server, settle } = open();
  server.faults[challengesOf] = () => Response.json({ action: "authenticate" });
  await settle();
  expect(errors).toEqual([expect.any(TypeError)]);
});

test("an error of the app's own handler does not end it", async () => {
  const failure = new Error("the app's own");
  const reported: unknown[] = [];
  const listen = (error: unknown): void => void reported.push(error);
  process.on("unhandledRejection", listen);
  const { server, settle, pending } = open({
    onError() {
      throw failure;
    },
  });
  server.faults[challengesOf] = () => Promise.reject(new TypeError("offline"));
  await settle();
  server.faults = {};
  focusField();
  await settle();
  expect(pending()).toHaveLength(1);
  process.off("unhandledRejection", listen);
  expect(reported).toEqual([failure]);
});

test("a passkey that is refused at once is not offered again and again", async () => {
  const { asked, answers, server, count, pending, settle } = open();
  const url = "https://app.example/api/auth/error?error=Configuration";
  server.faults[posts] = () => Response.json({ url });
  (await asked(1)).accept();
  await settle();
  expect(answers).toMatchObject([{ ok: false, error: "Configuration" }]);
  expect(count(challengesOf)).toBe(1);
  focusField();
  await settle();
  expect(pending()).toHaveLength(1);
});
