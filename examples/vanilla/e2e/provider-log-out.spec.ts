import type { Page } from "@playwright/test";
import { openIdButton, vouchFor } from "provider-flows/sign-in-page";
import { authConfig } from "shared/auth-config";
import { expect, expectSignedIn, expectSignedOut, signInHere, signOutHere } from "shared/e2e";
import { test } from "./openid.ts";

const signInPage = "/auth/signin?callbackUrl=/profile";

function question(tab: Page) {
  return tab.getByRole("heading", { name: "Who are you?" });
}

function logOutButton(tab: Page) {
  return tab.getByRole("button", { name: "Log out at the provider, too" });
}

test("a log-out at the provider, too, has the next sign-in ask who it is", async ({
  user,
  openIdUrl,
}) => {
  const other = await user.open("/");
  const tab = await user.open(signInPage);
  await openIdButton(tab).click();
  await vouchFor(tab, "Ada Lovelace");
  await expectSignedIn(tab, "Ada Lovelace");

  // The app's own sign-out leaves the session at the provider, which knows the user then.
  const load = tab.waitForEvent("load");
  await signOutHere(tab);
  await load;
  await tab.goto(signInPage);
  await openIdButton(tab).click();
  await expect(tab.getByRole("heading", { name: "May the app know you?" })).toBeVisible();
  await tab.getByRole("button", { name: "Allow" }).click();
  await expectSignedIn(tab, "Ada Lovelace");

  await logOutButton(tab).click();
  await tab.getByRole("button", { name: "Log out", exact: true }).click();
  await expect(tab).toHaveURL(`${openIdUrl}/`);
  await Promise.all([tab, other].map(expectSignedOut));

  await tab.goto(signInPage);
  await openIdButton(tab).click();
  await expect(question(tab)).toBeVisible();
});

test("the session has no ID token, and no other site gets the address", async ({
  user,
  openId,
  openIdUrl,
}) => {
  const tab = await user.open(signInPage);
  await openIdButton(tab).click();
  await vouchFor(tab, "Ada Lovelace");
  await expectSignedIn(tab, "Ada Lovelace");

  const session = await tab.evaluate(async () => (await fetch("/auth/session")).text());
  expect(session).not.toMatch(/token/i);
  // What the request says has no influence.
  const query = "?post_logout_redirect_uri=https://evil.example/&url=https://evil.example/";
  const { url } = await tab.evaluate(
    async (path) => (await fetch(path)).json(),
    `/end-session-url${query}`,
  );
  const { origin, searchParams } = new URL(url);
  expect(origin).toBe(openId.issuer);
  expect(searchParams.get("post_logout_redirect_uri")).toBe(`${openIdUrl}/`);

  const elsewhere = await user.open(openId.issuer);
  const answer = await elsewhere.evaluate(
    (address) => fetch(address, { credentials: "include" }).then(String, (error) => error.name),
    `${openIdUrl}/end-session-url`,
  );
  expect(answer).toBe("TypeError");
  user.complaints.length = 0;
});

test("who has signed in with a password is signed out, and stays in the app", async ({
  user,
  openIdUrl,
}) => {
  const tab = await user.open(signInPage);
  await signInHere(tab, "ada");
  await expectSignedIn(tab, "Ada Lovelace");
  await logOutButton(tab).click();
  await expect(tab).toHaveURL(`${openIdUrl}/`);
  await expectSignedOut(tab);
});

test.describe("the user is signed out of the app, though", () => {
  test.beforeEach(async ({ user }) => {
    const tab = await user.open(signInPage);
    await openIdButton(tab).click();
    await vouchFor(tab, "Ada Lovelace");
    await expectSignedIn(tab, "Ada Lovelace");
  });

  test("the provider is down", async ({ user, openId, openIdUrl }) => {
    const tab = await user.open("/profile");
    await openId.vanish();
    try {
      await logOutButton(tab).click();
      await tab.waitForURL(`${openIdUrl}/`);
      await expectSignedOut(tab);
    } finally {
      await openId.comeBack();
    }
  });

  test("the address never comes", async ({ user, openIdUrl }) => {
    const tab = await user.open("/profile");
    await tab.route("**/end-session-url", () => {});
    await logOutButton(tab).click();
    await tab.waitForURL(`${openIdUrl}/`);
    await expectSignedOut(tab);
  });
});

test("the ID token of another provider is not kept", async () => {
  const jwt = authConfig.callbacks?.jwt;
  const keep = (provider: string) =>
    jwt?.({
      token: { idToken: "of before" },
      account: { provider, type: "oidc", providerAccountId: "1", id_token: "new" },
      user: {},
    });
  expect(await keep("openid")).toMatchObject({ idToken: "new" });
  expect(await keep("google")).toEqual({ idToken: undefined });
  expect(await keep("credentials")).toEqual({ idToken: undefined });
});
