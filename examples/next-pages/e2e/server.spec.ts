import type { Page } from "@playwright/test";
import {
  expect,
  expectSignedIn,
  expectSignedOut,
  markDocument,
  isSameDocument,
  test,
  testRenders,
} from "shared/e2e";

test("a page with the session in its props shows the user at once, and asks for nothing", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const html = await (await user.context.request.get("/server")).text();
  expect(html).toContain("Hello, Ada Lovelace");

  let tab: Page | undefined;
  const requests = await user.countSessionRequests(async () => {
    tab = await user.open("/server");
    await expectSignedIn(tab, "Ada Lovelace");
  });

  expect(requests).toBe(0);
  expect(new Set(user.shown(tab!).map(({ status }) => status || "authenticated"))).toEqual(
    new Set(["authenticated"]),
  );
});

test("a page with null in its props shows a signed-out user at once, and asks for nothing", async ({
  user,
}) => {
  const requests = await user.countSessionRequests(async () => {
    const tab = await user.open("/server");
    await expectSignedOut(tab);
  });

  expect(requests).toBe(0);
});

test("a soft navigation to a page with another session in its props shows it", async ({ user }) => {
  const tab = await user.open("/");
  await expectSignedOut(tab);
  await markDocument(tab);
  const toServer = tab.getByRole("navigation").getByRole("link", { name: "Rendered with it" });
  const toHome = tab.getByRole("navigation").getByRole("link", { name: "Three tabs" });

  const requests = await user.countSessionRequests(async () => {
    await user.signInBehindTheScenes("grace");
    await toServer.click();
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Hello, Grace Hopper");
    await expectSignedIn(tab, "Grace Hopper");

    await toHome.click();
    await expectSignedIn(tab, "Grace Hopper");

    await user.context.clearCookies();
    await toServer.click();
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Hello, stranger");
    await expectSignedOut(tab);
  });

  expect(await isSameDocument(tab)).toBe(true);
  // Such a page may come from a cache: each of the two changes may be confirmed, once.
  expect(requests).toBeLessThanOrEqual(2);
});

test("getSession({ req }), getCsrfToken({ req }) and getProviders() answer on the server", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/get-session");
  const answer = (name: string) => tab.locator(`dt:has-text("${name}") + dd`);
  const cookies = await user.context.cookies();
  const csrfCookie = decodeURIComponent(
    cookies.find(({ name }) => name === "next-auth.csrf-token")!.value,
  );

  await expect(answer("getSession")).toHaveText("The server was told: Ada Lovelace");
  await expect(answer("getProviders")).toHaveText("your demo account (credentials)");
  await expect(tab.locator("input[name=csrfToken]")).toHaveValue(csrfCookie.split("|")[0]!);
});

test("a form with a token from getCsrfToken({ req }) signs out without a script", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/get-session");
  await tab.getByRole("button", { name: "Sign out by a plain form" }).click();

  await expect(tab.getByRole("main")).toContainText("The server was told: nobody");
  await expect(tab).toHaveURL("/get-session");
  await expectSignedOut(tab);
});

test("getSession({ ctx }) in getInitialProps answers on the server, and in the browser", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const html = await (await user.context.request.get("/initial")).text();
  expect(html).toContain("Here comes Ada Lovelace");

  const tab = await user.open("/plain");
  await markDocument(tab);
  await tab.getByRole("navigation").getByRole("link", { name: "Asked on either side" }).click();
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Here comes Ada Lovelace");
  expect(await isSameDocument(tab)).toBe(true);
});

test("getCsrfToken({ req }) and getProviders() in an API route answer for whoever asks", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const cookies = await user.context.cookies();
  const csrfCookie = cookies.find(({ name }) => name === "next-auth.csrf-token")!.value;

  const answer = await user.context.request.get("/api/ways");
  expect(await answer.json()).toEqual({
    csrfToken: decodeURIComponent(csrfCookie).split("|")[0],
    providers: ["credentials"],
  });
});

testRenders(["/server", "/get-session", "/initial", "/api/me"]);

test("an API route reads the session of whoever asks", async ({ user, another }) => {
  await user.signInBehindTheScenes("ada");
  const stranger = await another.context.request.get("/api/me");
  expect(stranger.status()).toBe(401);

  await another.signInBehindTheScenes("grace");
  const answers = await Promise.all(
    [user, another].map(async ({ context }) => (await context.request.get("/api/me")).json()),
  );

  expect(answers).toEqual([
    { name: "Ada Lovelace", email: "ada@example.com", role: "admin" },
    { name: "Grace Hopper", email: "grace@example.com", role: "member" },
  ]);
});
