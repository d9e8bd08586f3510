import type { Page } from "@playwright/test";
import {
  expect,
  expectSignedIn,
  expectSignedOut,
  fillIn,
  isSameDocument,
  markDocument,
  pathOf,
  signInHere,
  test,
} from "shared/e2e";

const heading = (tab: Page) => tab.getByRole("heading", { level: 1 });

test("a sign-in by a server action that stays reaches every tab without a reload, and so does a sign-out", async ({
  user,
}) => {
  const tabs = [
    await user.open("/actions"),
    await user.open("/"),
    await user.open("/provider-flows"),
  ] as const;
  const [acting] = tabs;
  await Promise.all(tabs.map(expectSignedOut));
  await Promise.all(tabs.map(markDocument));

  await fillIn(acting, "ada");
  const signIn = await user.countSessionRequests(async () => {
    await acting.getByRole("button", { name: "Sign in and stay" }).click();
    await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada Lovelace")));
  });
  await expect(acting.getByRole("main")).toContainText("The server knows you as Ada Lovelace.");

  const signOut = await user.countSessionRequests(async () => {
    await acting.getByRole("button", { name: "Sign out and stay" }).click();
    await Promise.all(tabs.map(expectSignedOut));
  });

  expect(await Promise.all(tabs.map(isSameDocument))).toEqual([true, true, true]);
  expect(pathOf(acting)).toBe("/actions");
  console.log(`by server actions: ${signIn} and ${signOut} session requests in three tabs`);
  // The tab that was rendered anew asks once whether that holds, and tells the others.
  expect(signIn).toBe(1);
  expect(signOut).toBe(1);
});

test("a server action that leads to another page takes the session along, and the other tab follows", async ({
  user,
}) => {
  const other = await user.open("/");
  const tab = await user.open("/actions");
  await Promise.all([tab, other].map(expectSignedOut));
  await Promise.all([tab, other].map(markDocument));

  await fillIn(tab, "grace");
  await tab.getByRole("button", { name: "Sign in and leave" }).click();
  await expect(tab).toHaveURL("/server");
  await Promise.all([tab, other].map((each) => expectSignedIn(each, "Grace Hopper")));

  await tab.getByRole("navigation").getByRole("link", { name: "By server actions" }).click();
  await tab.getByRole("button", { name: "Sign out and leave" }).click();
  await expect(tab).toHaveURL("/server");
  await Promise.all([tab, other].map(expectSignedOut));
  expect(await Promise.all([tab, other].map(isSameDocument))).toEqual([true, true]);
});

test("a refused sign-in by a server action says why, and signs nobody in", async ({ user }) => {
  const tab = await user.open("/actions");
  await fillIn(tab, "ada", "not her password");
  await tab.getByRole("button", { name: "Sign in and stay" }).click();

  await expect(tab.getByRole("main").getByRole("alert")).toHaveText(
    "That username and password don’t belong together.",
  );
  await expectSignedOut(tab);
});

test("another user's sign-in by a server action replaces the first user in every tab", async ({
  user,
}) => {
  const tab = await user.open("/actions");
  const other = await user.open("/auth/signin?callbackUrl=/protected");
  await signInHere(other, "ada");
  await expect(heading(other)).toHaveText("For your eyes, Ada Lovelace");
  await expectSignedIn(tab, "Ada Lovelace");

  // The server has not rendered that page since: it still shows the form.
  await fillIn(tab, "grace");
  await tab.getByRole("button", { name: "Sign in and stay" }).click();

  await Promise.all([tab, other].map((each) => expectSignedIn(each, "Grace Hopper")));
  await expect(heading(other)).toHaveText("For your eyes, Grace Hopper");
});

test("a sign-out by a server action closes a protected page in another tab", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const other = await user.open("/protected");
  const tab = await user.open("/actions");
  await expect(heading(other)).toHaveText("For your eyes, Ada Lovelace");

  await tab.getByRole("button", { name: "Sign out and stay" }).click();

  await expect(other).toHaveURL(/\/auth\/signin\?.*error=SessionRequired/);
});
