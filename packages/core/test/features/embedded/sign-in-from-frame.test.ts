import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type FrameSignInOptions, signInFromFrame } from "../../../src/features/embedded.ts";
import { ada } from "../../support/auth-server.ts";
import { openBrowser } from "../../support/browser.ts";
import { answering, failing } from "../../support/faults.ts";
import { type FramedPage, stubFramedPage } from "../../support/framed-page.ts";

const back = "https://app.example/api/auth/providers";

let page: FramedPage;

beforeEach(() => {
  page = stubFramedPage();
  page.hasGesture = false;
});
afterEach(() => vi.unstubAllGlobals());

/** A frame whose user has clicked "Sign in". */
async function openWithPopup(options?: FrameSignInOptions, isBlocked = false, baseUrl?: string) {
  const popup = { address: undefined as string | undefined, isClosed: false, opened: 0 };
  const browser = openBrowser({
    ...(baseUrl && { client: { baseUrl } }),
    popup() {
      popup.opened += 1;
      if (isBlocked) return null;
      return {
        go: (url) => (popup.address = url),
        url: () => (popup.address?.startsWith("https://app.") ? popup.address : undefined),
        isClosed: () => popup.isClosed,
        close: () => (popup.isClosed = true),
      };
    },
  });
  await browser.advance(6000);
  const { client } = browser.tabs[0]!;
  const begun = signInFromFrame(client, options);
  begun.catch(() => {});
  return { ...browser, popup, client, begun };
}

/** Has the user come back from the popup. */
async function comeBack({ popup, advance }: Awaited<ReturnType<typeof openWithPopup>>) {
  popup.address = "https://github.example/authorize";
  await advance(1000);
  popup.address = back;
  await advance(100);
}

test("the popup opens at once, on the server's sign-in page; the frame posts nothing", async () => {
  const { popup, server } = await openWithPopup();
  expect(popup).toMatchObject({
    opened: 1,
    address: `https://app.example/api/auth/signin?callbackUrl=${encodeURIComponent(back)}`,
  });
  expect(server.count("GET csrf")).toBe(0);
});

test("the popup shows a page of the app, if that is asked for", async () => {
  const { popup } = await openWithPopup({ url: "/enter?provider=github" });
  expect(popup.address).toBe(
    `https://app.example/enter?provider=github&callbackUrl=${encodeURIComponent(back)}`,
  );
});

test.each(["/enter", "/"])("it stays open on %s, with an auth server elsewhere", async (url) => {
  const browser = await openWithPopup({ url }, false, "https://auth.example");
  const { popup, advance } = browser;
  expect(popup.address).toContain(`https://app.example${url}?callbackUrl=`);
  await advance(1000);
  expect(popup.isClosed).toBe(false);
  popup.address = "https://app.example/enter/code";
  await advance(1000);
  popup.address = "https://auth.example/api/auth/signin/github";
  await advance(1000);
  expect(popup.isClosed).toBe(false);
  popup.address = "https://app.example/";
  await advance(100);
  expect(popup.isClosed).toBe(true);
});

test.each(["https://evil.example/", "javascript:alert(1)"])("it does not show %s", async (url) => {
  const { popup, begun } = await openWithPopup({ url });
  await expect(begun).rejects.toMatchObject({ code: "unsafe-redirect" });
  expect(popup.opened).toBe(0);
});

test("resolves to the session, where the browser grants the cookies without a click", async () => {
  const browser = await openWithPopup();
  browser.server.user = ada;
  await comeBack(browser);
  expect(browser.popup.isClosed).toBe(true);
  page.prompts[0]!.grant();
  expect(await browser.finish(browser.begun)).toMatchObject({
    granted: true,
    reason: undefined,
    session: { user: ada },
  });
  expect(browser.shown()).toEqual(["Ada"]);
});

test("resolves without a session, where the browser wants another click", async () => {
  const browser = await openWithPopup();
  await comeBack(browser);
  page.prompts[0]!.refuse();
  expect(await browser.finish(browser.begun)).toEqual({
    granted: false,
    reason: "no-gesture",
    session: null,
  });
});

test("resolves to the session in a browser that keeps no cookies apart, and has nothing to ask", async () => {
  const browser = await openWithPopup();
  page.loseApi();
  browser.server.user = ada;
  await comeBack(browser);
  expect(await browser.finish(browser.begun)).toMatchObject({
    reason: "unsupported",
    session: { user: ada },
  });
});

test("a sign-in page that shows an error stays open", async () => {
  const { popup, advance } = await openWithPopup();
  popup.address = "https://app.example/api/auth/signin?error=CredentialsSignin";
  await advance(60_000);
  expect(popup.isClosed).toBe(false);
});

test("a doubled click is one popup", async () => {
  const browser = await openWithPopup();
  const again = signInFromFrame(browser.client);
  expect(browser.popup.opened).toBe(1);
  browser.server.user = ada;
  await comeBack(browser);
  page.prompts[0]!.grant();
  expect(await browser.finish(again)).toEqual(await browser.begun);
});

describe("rejects:", () => {
  test("a popup that is blocked", async () => {
    const { begun } = await openWithPopup({}, true);
    await expect(begun).rejects.toMatchObject({ code: "popup-blocked" });
  });

  test("a popup that is closed, unless there is a session", async () => {
    const { popup, begun, advance, finish } = await openWithPopup();
    popup.isClosed = true;
    await advance(100);
    page.prompts[0]!.refuse();
    await expect(finish(begun)).rejects.toMatchObject({ code: "popup-closed" });
  });

  test("cookies that are granted, and have no session among them", async () => {
    const browser = await openWithPopup();
    await comeBack(browser);
    page.prompts[0]!.grant();
    await expect(browser.finish(browser.begun)).rejects.toMatchObject({
      code: "cookies-blocked",
      url: "/api/auth",
    });
  });

  test("a session that cannot be read", async () => {
    const browser = await openWithPopup();
    browser.server.fault = failing("GET session", answering(503));
    await comeBack(browser);
    page.prompts[0]!.grant();
    await expect(browser.finish(browser.begun, 5000)).rejects.toMatchObject({ status: 503 });
  });
});

test("a popup that its provider's page has cut off is decided by the session", async () => {
  const { popup, begun, advance, finish, server } = await openWithPopup();
  server.user = ada;
  popup.isClosed = true;
  await advance(100);
  page.prompts[0]!.grant();
  expect(await finish(begun)).toMatchObject({ granted: true, session: { user: ada } });
});

test("the popup is closed, and the wait for a prompt that nobody answers ends", async () => {
  const browser = await openWithPopup({ timeoutMs: 2000 });
  await comeBack(browser);
  expect(browser.popup.isClosed).toBe(true);
  expect(await browser.finish(browser.begun, 3000)).toMatchObject({
    granted: false,
    reason: "timeout",
  });
});
