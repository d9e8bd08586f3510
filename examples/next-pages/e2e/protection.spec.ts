import {
  badge,
  expect,
  expectSignedIn,
  expectSignedOut,
  pathOf,
  signInHere,
  signOutHere,
  test,
} from "shared/e2e";

test("onUnauthenticated replaces the redirect, and is called once per sign-out", async ({
  user,
}) => {
  const tab = await user.open("/custom");
  const calls = tab.locator("output");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("You’d have to sign in for this");
  await expect(calls).toHaveText("1");

  const other = await user.open("/auth/signin");
  await signInHere(other, "ada");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Good to see you, Ada Lovelace");
  await expect(calls).toHaveText("1");

  await expectSignedIn(other, "Ada Lovelace");
  await signOutHere(other);
  await expectSignedOut(tab);
  await expect(calls).toHaveText("2");

  // One call too many would come with a later render, so nothing may change for a while.
  await user.waitUntilQuiet(500);
  await expect(calls).toHaveText("2");
  expect(pathOf(tab)).toBe("/custom");
});

test("the admin page admits an admin", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/admin");

  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("The control room");
  await expect(tab.getByRole("cell", { name: "grace@example.com" })).toBeVisible();
});

test("the admin page refuses the other user, and shows them nothing of itself", async ({
  user,
}) => {
  await user.signInBehindTheScenes("grace");
  const tab = await user.open("/admin");

  await expect(tab).toHaveURL("/denied");
  await expect(tab.getByRole("main")).toContainText("You are signed in as Grace Hopper, a member.");
  expect(user.shown(tab).map(({ heading }) => heading)).not.toContain("The control room");
});

test("the admin page asks a signed-out user to sign in, and then admits an admin", async ({
  user,
}) => {
  const tab = await user.open("/admin");
  await expect(tab).toHaveURL(/\/auth\/signin\?/);
  expect(user.shown(tab).map(({ heading }) => heading)).not.toContain("The control room");

  await signInHere(tab, "ada");

  await expect(tab).toHaveURL("/admin");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("The control room");
});

test("the admin page closes when somebody else signs in, in another tab", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/admin");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("The control room");

  const other = await user.open("/auth/signin");
  await signInHere(other, "grace");

  await expect(tab).toHaveURL("/denied");
  await expect(badge(tab)).toContainText("Grace Hopper");
});
