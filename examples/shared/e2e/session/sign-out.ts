import type { Page } from "@playwright/test";
import {
  expectSignedIn,
  expectSignedOut,
  isSameDocument,
  markDocument,
  pathOf,
  signOutHere,
} from "../tab.ts";
import { expect, test } from "../test.ts";
import type { User } from "../user.ts";
import type { SessionApp } from "./session-app.ts";

export function testSignOut({ publicPage, rendersSession, next }: SessionApp): void {
  test("signOut() reloads the page it was called on", async ({ user }) => {
    await user.signInBehindTheScenes("ada");
    const tab = await user.open(publicPage);
    await markDocument(tab);

    await signOutHere(tab);

    await expect.poll(() => isSameDocument(tab).catch(() => true)).toBe(false);
    await expectSignedOut(tab);
    expect(pathOf(tab)).toBe(publicPage);
  });

  if (!next) return;
  const { told, texts } = next;

  test("signOut({ callbackUrl }) loads that page, signed out, and the other tab learns of it", async ({
    user,
  }) => {
    const { tab, other } = await openSignOutPage(user);
    await tab.getByRole("button", { name: "by a full page load" }).click();

    await expect(tab).toHaveURL("/server");
    await Promise.all([tab, other].map(expectSignedOut));
    expect(await isSameDocument(tab)).toBe(false);
  });

  test("signOut({ redirect: false, callbackUrl }) gives the router a url, and loads no page", async ({
    user,
  }) => {
    const { tab, other } = await openSignOutPage(user);
    await tab.getByRole("button", { name: "without a reload" }).click();

    await expect(tab).toHaveURL("/server");
    await expect(tab.locator(told)).toHaveText(texts());
    await Promise.all([tab, other].map(expectSignedOut));
    expect(await isSameDocument(tab)).toBe(true);
    const arrival = rendersSession ? [] : ["loading"];
    await expect
      .poll(() => user.statuses(tab))
      .toEqual([...arrival, "authenticated", "unauthenticated"]);
  });
}

/** Opens the page with both kinds of sign-out as Ada, beside another tab. */
async function openSignOutPage(user: User): Promise<{ tab: Page; other: Page }> {
  await user.signInBehindTheScenes("ada");
  const other = await user.open("/");
  const tab = await user.open("/auth/signout");
  await Promise.all([tab, other].map((each) => expectSignedIn(each, "Ada Lovelace")));
  await markDocument(tab);
  return { tab, other };
}
