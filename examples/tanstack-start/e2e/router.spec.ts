import type { Page } from "@playwright/test";
import {
  expect,
  expectSignedIn,
  expectSignedOut,
  isSameDocument,
  letTimePass,
  markDocument,
  serveApp,
  signInHere,
  signOutHere,
  test,
} from "shared/e2e";
import { app } from "./app.ts";

const renderedFor = (tab: Page) => tab.locator("[data-rendered-for]");

function createGate() {
  let open = () => {};
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { isOpen, open };
}

const goTo = (tab: Page, title: string) =>
  tab.getByRole("navigation").getByRole("link", { name: title }).click();

/** Notes each request of a tab to the auth server and to server functions. */
function watchServer(tab: Page): string[] {
  const requests: string[] = [];
  tab.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(api|_serverFn)\//.test(pathname)) requests.push(pathname);
  });
  return requests;
}

test("a guard asks the client on a soft navigation, and not the server", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/");
  await expectSignedIn(tab, "Ada Lovelace");
  const requests = watchServer(tab);
  await goTo(tab, "Signed-in only");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("For your eyes, Ada Lovelace");
  await letTimePass(300);
  expect(requests).toEqual([]);
});

test("a guard follows a sign-out in another tab, and leads back after a sign-in", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/protected");
  const other = await user.open("/");
  await markDocument(tab);
  await signOutHere(other);
  await expect(tab).toHaveURL("/auth/signin?callbackUrl=%2Fprotected");
  expect(await isSameDocument(tab)).toBe(true);

  await signInHere(tab, "grace");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("For your eyes, Grace Hopper");
  expect(await isSameDocument(tab)).toBe(true);
});

test("no page shows what its loader has loaded for a former user", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/server");
  await goTo(tab, "Three tabs");
  const other = await user.open("/");
  await signOutHere(other);
  await expectSignedOut(tab);
  const third = await user.open("/auth/signin?callbackUrl=/");
  await signInHere(third, "grace");
  await expectSignedIn(tab, "Grace Hopper");

  const shown: string[] = [];
  await tab.exposeFunction("report", (text: string) => shown.push(text));
  await tab.evaluate(() => {
    const look = () => {
      const text = document.querySelector("[data-rendered-for]")?.textContent;
      if (text) (window as unknown as { report(text: string): void }).report(text);
    };
    new MutationObserver(look).observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await goTo(tab, "From the server");
  await expect(renderedFor(tab)).toHaveText("The server has rendered this for Grace Hopper.");
  expect(new Set(shown)).toEqual(new Set(["The server has rendered this for Grace Hopper."]));
});

test("what a loader was answered for a former user is dropped, if it comes late", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/");
  const other = await user.open("/");
  const gate = createGate();
  await tab.route(
    "**/_serverFn/**",
    async (route) => {
      // Here Playwright asks in place of the browser, which says that this loads no page.
      const headers = { ...route.request().headers(), "sec-fetch-mode": "cors" };
      const response = await route.fetch({ headers });
      await gate.isOpen;
      // The router may have given the request up.
      await route.fulfill({ response }).catch(() => {});
    },
    { times: 1 },
  );
  const asked = tab.waitForRequest("**/_serverFn/**");
  await goTo(tab, "From the server");
  await asked;
  await signOutHere(other);
  await expectSignedOut(tab);
  gate.open();
  await expect(renderedFor(tab)).toHaveText("The server has rendered this for nobody.");
  await letTimePass(300);
  await expect(renderedFor(tab)).toHaveText("The server has rendered this for nobody.");
  // It brings no cookie back, either.
  const cookies = await user.context.cookies();
  expect(cookies.map(({ name }) => name)).not.toContain("authjs.session-token");
});

test("a server function answers no other site", async ({ user }) => {
  const tab = await user.open("/");
  const asked = tab.waitForRequest("**/_serverFn/**");
  await goTo(tab, "From the server");
  const call = await asked;
  const callFrom = async (site: string) => {
    const headers = { ...(await call.allHeaders()), "sec-fetch-site": site };
    const response = await user.context.request.get(call.url(), { headers });
    return response.status();
  };
  expect(await callFrom("same-origin")).toBe(200);
  expect(await callFrom("cross-site")).toBe(403);
  expect(await callFrom("same-site")).toBe(403);
});

const withoutDatabase = test.extend<{ url: string }>({
  // Playwright takes the names of other fixtures from the pattern.
  // oxlint-disable-next-line no-empty-pattern
  url: async ({}, use) => {
    const env = { SESSION_STRATEGY: "database", DATABASE_URL: "postgres://127.0.0.1:1" };
    const { url, stop } = await serveApp({ ...app, env });
    await use(url);
    await stop();
  },
});

withoutDatabase(
  "a session that the server cannot read sends nobody away",
  async ({ user, url }) => {
    await user.context.addCookies([{ name: "authjs.session-token", value: "some", url }]);
    const gate = createGate();
    await user.context.route("**/api/auth/session", async (route) => {
      await gate.isOpen;
      const session = { user: { name: "Ada Lovelace", role: "admin" }, expires: "2999-01-01" };
      await route.fulfill({ json: session });
    });
    const guarded = await user.open(`${url}/protected`);
    await expect(guarded.getByRole("main").getByRole("status")).toHaveText("Reading your session…");
    const tab = await user.open(`${url}/server`);
    await expect(renderedFor(tab)).toHaveText("The server could not read the session.");

    // The loader runs again, once there is an answer.
    const loaded = tab.waitForResponse("**/_serverFn/**");
    gate.open();
    await expect(guarded.getByRole("heading", { level: 1 })).toHaveText(
      "For your eyes, Ada Lovelace",
    );
    await tab.bringToFront();
    await (await loaded).finished();
  },
);
