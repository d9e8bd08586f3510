import { describe, expect, test } from "vitest";
import { isSessionFetchError, isSignInError, isUnsafeRedirectError } from "../../src/index.ts";
import { ada, grace, json, type Person } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { answering, failing } from "../support/faults.ts";

const back = "https://app.example/api/auth/providers";

/** Two tabs, the first of which can open a popup. */
async function openWithPopup(user?: Person, isBlocked = false) {
  const popup = { address: "about:blank" as string | undefined, isClosed: false, opened: 0 };
  const browser = openBrowser({
    tabs: 2,
    ...(user && { user }),
    popup() {
      popup.opened += 1;
      return isBlocked
        ? null
        : {
            go: (url) => (popup.address = url),
            url: () => (popup.address?.startsWith("https://github") ? undefined : popup.address),
            isClosed: () => popup.isClosed,
            close: () => (popup.isClosed = true),
          };
    },
  });
  await browser.advance(6000);
  const { client, tab } = browser.tabs[0]!;
  const begun = client.signIn("github", { popup: true });
  begun.catch(() => {});
  return { ...browser, popup, client, tab, begun };
}

test("the popup opens at once, and goes to the provider; the page stays", async () => {
  const { popup, tab, server, advance, shown } = await openWithPopup();
  expect(popup.opened).toBe(1);
  await advance(1000);
  expect(popup.address).toBe("https://github.example/authorize?state=1");
  expect(new URLSearchParams(server.last("POST signin/github").body).get("callbackUrl")).toBe(back);
  expect(server.last("POST signin/github").body).not.toContain("popup");
  expect(tab.navigations).toEqual([]);
  expect(shown()).toEqual(["nobody", "nobody"]);
});

test("resolves when the popup is back, with every tab signed in by one request", async () => {
  const { popup, begun, server, advance, finish, shown, tab } = await openWithPopup();
  await advance(60_000);
  const before = server.count("GET session");
  server.user = ada;
  popup.address = back;
  expect(await finish(begun)).toEqual({
    ...{ ok: true, status: 200, error: undefined, code: undefined, url: back },
  });
  expect(popup.isClosed).toBe(true);
  expect(shown()).toEqual(["Ada", "Ada"]);
  expect(server.count("GET session") - before).toBe(1);
  expect(tab.navigations).toEqual([]);
});

test("rejects with the reason, if the session cannot be read then", async () => {
  const { popup, begun, server, advance, finish } = await openWithPopup();
  await advance(1000);
  server.fault = failing("GET session", answering(503));
  popup.address = back;
  await expect(finish(begun, 12_000)).rejects.toMatchObject({ code: "http", status: 503 });
});

test("a doubled click is one popup and one sign-in; another provider's does not wait", async () => {
  const { client, popup, server, advance, begun } = await openWithPopup();
  const again = client.signIn("github", { popup: true });
  await advance(1000);
  expect(popup.opened).toBe(1);
  expect(server.count("POST signin/github")).toBe(1);
  client.signIn("nowhere", { popup: true }).catch(() => {});
  expect(popup.opened).toBe(2);
  server.user = ada;
  popup.address = back;
  await advance(1000);
  expect(await again).toEqual(await begun);
});

test("comes back to the page itself where the auth server is on another origin", async () => {
  const browser = openBrowser({
    popup: () => ({
      go() {},
      url: () => "https://app.example/",
      isClosed: () => false,
      close() {},
    }),
    client: { baseUrl: "https://auth.example" },
  });
  const { server, tabs, advance, finish } = browser;
  await advance(100);
  server.user = ada;
  const outcome = await finish(tabs[0]!.client.signIn("github", { popup: true }), 5000);
  expect(outcome).toMatchObject({ ok: true, url: "https://app.example/" });
  const { body } = server.last("POST signin/github");
  expect(new URLSearchParams(body).get("callbackUrl")).toBe("https://app.example/");
});

test("holds no reads back while the user is at the provider", async () => {
  const { tabs, server, advance, finish } = await openWithPopup(ada);
  await advance(10_000);
  const before = server.count("GET session");
  expect(await finish(tabs[1]!.client.getSession())).toMatchObject({ user: ada });
  expect(server.count("GET session") - before).toBe(1);
  await finish(tabs[0]!.client.signOut({ redirect: false }));
  expect(server.user).toBeNull();
});

describe("at the server's page for new users", () => {
  const welcome = `https://app.example/welcome?callbackUrl=${encodeURIComponent(back)}`;

  async function openWelcome() {
    const browser = await openWithPopup();
    await browser.advance(1000);
    browser.server.user = ada;
    browser.popup.address = welcome;
    await browser.advance(60_000);
    return browser;
  }

  test("the popup stays, until that leads on", async () => {
    const { popup, begun, finish, shown } = await openWelcome();
    expect(popup.isClosed).toBe(false);
    popup.address = back;
    expect(await finish(begun)).toMatchObject({ ok: true, url: back });
    expect(popup.isClosed).toBe(true);
    expect(shown()).toEqual(["Ada", "Ada"]);
  });

  test("a user who closes the popup has signed in", async () => {
    const { popup, begun, finish, shown } = await openWelcome();
    popup.isClosed = true;
    expect(await finish(begun)).toMatchObject({ ok: true });
    expect(shown()).toEqual(["Ada", "Ada"]);
  });
});

test("goes by the session where the popup hides that it is still open", async () => {
  const { popup, begun, server, finish, shown } = await openWithPopup(ada);
  server.user = grace;
  popup.isClosed = true;
  expect(await finish(begun)).toMatchObject({ ok: true });
  expect(shown()).toEqual(["Grace", "Grace"]);
});

describe("rejects, and leaves the session as the server has it:", () => {
  const outcomeOf = async ({
    finish,
    begun,
  }: Awaited<ReturnType<typeof openWithPopup>>): Promise<unknown> =>
    finish(begun).then(
      (value) => value,
      (error: unknown) => error,
    );

  test("a popup that is blocked", async () => {
    const browser = await openWithPopup(ada, true);
    const error = await outcomeOf(browser);
    expect(isSignInError(error) && error.code).toBe("popup-blocked");
    expect(browser.server.count("GET providers")).toBe(0);
  });

  test.each([undefined, ada])("a popup that is closed; signed in before: %j", async (user) => {
    const browser = await openWithPopup(user);
    await browser.advance(1000);
    browser.popup.isClosed = true;
    const error = await outcomeOf(browser);
    expect(isSignInError(error) && error.code).toBe("popup-closed");
    const name = user?.name ?? "nobody";
    expect(browser.shown()).toEqual([name, name]);
  });

  test.each([
    "https://app.example/auth/error?error=AccessDenied",
    "https://app.example/signin?callbackUrl=x&error=AccessDenied#there",
  ])("a refusal, reported by %s", async (address) => {
    const browser = await openWithPopup();
    await browser.advance(1000);
    browser.popup.address = address;
    const error = await outcomeOf(browser);
    expect(isSignInError(error) && error).toMatchObject({
      code: "refused",
      detail: "AccessDenied",
    });
    expect(browser.popup.isClosed).toBe(true);
  });

  test("a refusal of the server's own", async () => {
    const browser = await openWithPopup();
    const refusal = "https://app.example/api/auth/signin?error=Configuration";
    browser.server.fault = failing("POST signin/github", () => json({ url: refusal }));
    const error = await outcomeOf(browser);
    expect(isSignInError(error) && error).toMatchObject({
      code: "refused",
      detail: "Configuration",
    });
    expect(browser.popup.isClosed).toBe(true);
  });

  test("a server that fails", async () => {
    const browser = await openWithPopup();
    browser.server.fault = failing("POST signin/github", answering(500));
    const error = await outcomeOf(browser);
    expect(isSessionFetchError(error) && error.status).toBe(500);
    expect(browser.popup.isClosed).toBe(true);
  });

  test("an address that would run as a script", async () => {
    const browser = await openWithPopup();
    browser.server.fault = failing("POST signin/github", () =>
      json({ url: "javascript:alert(1)" }),
    );
    expect(isUnsafeRedirectError(await outcomeOf(browser))).toBe(true);
    expect(browser.popup.isClosed).toBe(true);
  });

  test("a popup that came back without a session", async () => {
    const browser = await openWithPopup();
    await browser.advance(1000);
    browser.popup.address = back;
    const error = await outcomeOf(browser);
    expect(isSignInError(error) && error.code).toBe("popup-closed");
  });
});

test("a provider that the server does not know closes the popup", async () => {
  const { client, finish, popup } = await openWithPopup();
  const error = await finish(client.signIn("toString", { popup: true })).catch((it: unknown) => it);
  expect(isSignInError(error) && error.code).toBe("unknown-provider");
  expect(popup.isClosed).toBe(true);
});

test("without a provider there is nothing to open: the page goes to sign in", async () => {
  const { client, finish, popup, tab } = await openWithPopup();
  await finish(client.signIn(undefined, { popup: true }));
  expect(popup.opened).toBe(1);
  expect(tab.navigations).toHaveLength(1);
});
