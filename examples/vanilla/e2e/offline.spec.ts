import type { Page } from "@playwright/test";
import { expect, expectSignedIn, expectSignedOut, signInHere, signOutHere, test } from "shared/e2e";
import type { User } from "shared/e2e";

// While it is empty, it is hidden.
const notice = (tab: Page) => tab.locator("main [role=status]");
const unconfirmed = "You are offline. This is who was signed in last.";
const kept = (tab: Page) => tab.evaluate(() => localStorage.getItem("sojourn:/auth:offline"));

/** Signs Ada in, and has the page keep the session. */
async function visit(user: User) {
  const tab = await user.open("/auth/signin?callbackUrl=/offline");
  await signInHere(tab, "ada");
  await expect(tab).toHaveURL("/offline");
  await expectSignedIn(tab, "Ada Lovelace");
  await expect.poll(() => kept(tab)).toBeTruthy();
  return tab;
}

test("a page that opens without a network shows the last user as unconfirmed, until the server has confirmed them", async ({
  user,
}) => {
  const first = await visit(user);
  expect(await kept(first)).not.toMatch(/Lovelace|expires/);
  // The service worker serves what it has seen. It is there from the second visit on.
  await first.evaluate(async () => void (await navigator.serviceWorker.ready));
  await first.reload();
  await expectSignedIn(first, "Ada Lovelace");
  await expect.poll(() => kept(first)).toBeTruthy();
  await first.close();

  await user.context.setOffline(true);
  const tabs = [await user.open("/offline"), await user.open("/offline")];
  for (const tab of tabs) {
    await expect(notice(tab)).toHaveText(unconfirmed);
    await expectSignedIn(tab, "Ada Lovelace");
    expect(user.statuses(tab)).toEqual(["loading", "authenticated"]);
  }

  await user.context.setOffline(false);
  for (const tab of tabs) {
    await expect(notice(tab)).toHaveText("");
    expect(user.statuses(tab)).toEqual(["loading", "authenticated"]);
  }
});

test("after a sign-out on a page that keeps no session, nobody is shown without a network", async ({
  user,
}) => {
  await (await visit(user)).close();
  const other = await user.open("/");
  await expectSignedIn(other, "Ada Lovelace");
  expect(await kept(other)).toBeTruthy();
  await signOutHere(other);
  await expectSignedOut(other);
  await other.close();

  await user.context.route("**/auth/session", (route) => route.abort());
  const tab = await user.open("/offline");
  await expectSignedOut(tab);
  await expect(notice(tab)).toHaveText("");
  expect(user.statuses(tab)).toEqual(["loading", "unauthenticated"]);
  await expect.poll(() => kept(tab)).toBeNull();
});
