import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  isCookiesBlockedError,
  onCookiesBlocked,
  signInEmbedded,
} from "../../../src/features/embedded.ts";
import { type Fault, json } from "../../support/auth-server.ts";
import { openBrowser } from "../../support/browser.ts";
import { answering, failing } from "../../support/faults.ts";
import { dropCookies, type FramedPage, stubFramedPage } from "../../support/framed-page.ts";

let page: FramedPage;

beforeEach(() => {
  page = stubFramedPage();
});
afterEach(() => vi.unstubAllGlobals());

async function openFrame() {
  const browser = openBrowser();
  await browser.advance(6000);
  const { client } = browser.tabs[0]!;
  const enter = (fields: object = { password: "Ada" }, id = "credentials") =>
    browser.finish(signInEmbedded(client, id, { ...fields }), 3000);
  return { ...browser, client, enter };
}

/** Drops the session cookie, and keeps the CSRF cookie. */
const dropSession: Fault = ({ method, endpoint }) =>
  method === "GET" && endpoint === "session" ? json({}) : undefined;

describe("a sign-in from a frame", () => {
  test("resolves as signIn does, if the cookies are kept", async () => {
    const { enter, shown } = await openFrame();
    expect(await enter()).toMatchObject({ ok: true });
    expect(shown()).toEqual(["Ada"]);
  });

  test("takes a form", async () => {
    const { client, finish, shown } = await openFrame();
    const form = new FormData();
    form.set("password", "Ada");
    expect(await finish(signInEmbedded(client, "credentials", form))).toMatchObject({ ok: true });
    expect(shown()).toEqual(["Ada"]);
  });

  test("resolves with the error of a wrong password", async () => {
    const { enter } = await openFrame();
    expect(await enter({ password: "?" })).toMatchObject({ ok: false, error: "CredentialsSignin" });
  });

  test("says that cookies are blocked, if the CSRF token is refused for want of its cookie", async () => {
    const { enter, server } = await openFrame();
    dropCookies(server);
    const error: unknown = await enter().catch((it: unknown) => it);
    expect(isCookiesBlockedError(error) && error).toMatchObject({
      code: "cookies-blocked",
      url: "/api/auth",
      detail: "credentials",
      cause: { code: "csrf" },
    });
  });

  test("leaves the CSRF error where the cookies are kept", async () => {
    const { enter, server } = await openFrame();
    server.refuseTokens = 2;
    await expect(enter()).rejects.toMatchObject({ code: "csrf" });
  });

  test("says that cookies are blocked, if the server has signed in and then knows nobody", async () => {
    const { enter, server } = await openFrame();
    server.fault = dropSession;
    await expect(enter()).rejects.toMatchObject({ code: "cookies-blocked" });
  });

  test("does not say so if the read has failed", async () => {
    const { enter, server } = await openFrame();
    server.fault = failing("GET session", answering(503));
    expect(await enter()).toMatchObject({ ok: true });
  });

  test("does not say so of a provider that has only begun", async () => {
    const { enter } = await openFrame();
    expect(await enter({ email: "ada@app.example" }, "email")).toMatchObject({ ok: true });
  });

  test("does not say so outside of a frame", async () => {
    page.isFramed = false;
    const { enter, server } = await openFrame();
    server.fault = dropSession;
    expect(await enter()).toMatchObject({ ok: true });
  });
});

describe("a frame without cookies", () => {
  async function watchFrame(hasCookies = false) {
    const browser = openBrowser({ isWatched: false });
    if (!hasCookies) dropCookies(browser.server);
    const errors: unknown[] = [];
    const { client } = browser.tabs[0]!;
    const stop = onCookiesBlocked(client, (error) => errors.push(error));
    return { ...browser, client, errors, stop };
  }

  test("is told of after the first read, once", async () => {
    const { errors, advance, client, finish } = await watchFrame();
    await advance(1000);
    expect(errors).toMatchObject([{ name: "CookiesBlockedError", url: "/api/auth" }]);
    await finish(client.getSession());
    await advance(1000);
    expect(errors).toHaveLength(1);
  });

  test("is not told of where cookies are kept", async () => {
    const { errors, advance } = await watchFrame(true);
    await advance(1000);
    expect(errors).toEqual([]);
  });

  test("is not told of after it has been stopped, and nothing is left behind", async () => {
    const { errors, advance, stop, tabs, server } = await watchFrame();
    server.latencyMs = 100;
    await advance(250);
    stop();
    await advance(10_000);
    expect(errors).toEqual([]);
    expect(tabs[0]!.tab.listenerCount()).toBe(0);
  });

  test("is not told of if a user has signed in meanwhile", async () => {
    const { errors, advance, server, client, finish } = await watchFrame();
    server.latencyMs = 100;
    await advance(150);
    server.user = { id: "1", name: "Ada" };
    await finish(client.getSession());
    await advance(1000);
    expect(errors).toEqual([]);
  });

  test("asks nobody outside of a frame", async () => {
    page.isFramed = false;
    const { advance, server } = await watchFrame();
    await advance(1000);
    expect(server.requests).toEqual([]);
  });
});
