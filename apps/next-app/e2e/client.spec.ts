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
  submitButton,
  test,
} from "common/e2e";

const heading = (tab: Page) => tab.getByRole("heading", { level: 1 });

test("a sign-in without a reload reaches all three tabs by one request, and so does a sign-out", async ({
  visitor,
}) => {
  const tabs = [
    await visitor.open("/auth/signin"),
    await visitor.open("/"),
    await visitor.open("/server"),
  ] as const;
  const [tab, other] = tabs;
  await Promise.all(tabs.map(expectSignedOut));

  await fillIn(tab, "ada", "not her password");
  await submitButton(tab).click();
  await expect(tab.getByRole("main").getByRole("alert")).toHaveAttribute(
    "data-code",
    "CredentialsSignin",
  );

  await markDocument(tab);
  const signIn = await visitor.countSessionRequests(async () => {
    await signInHere(tab, "ada");
    await Promise.all(tabs.map((each) => expectSignedIn(each, "Ada Lovelace")));
  });
  await expect(tab).toHaveURL("/");
  expect(await isSameDocument(tab)).toBe(true);

  const signOut = await visitor.countSessionRequests(async () => {
    await other.getByRole("button", { name: "Sign out" }).click();
    await Promise.all(tabs.map(expectSignedOut));
  });

  console.log(`by the client: ${signIn} and ${signOut} session requests in three tabs`);
  expect(signIn).toBe(1);
  expect(signOut).toBeLessThanOrEqual(1);
});

test("required sends a signed-out visitor to the sign-in page, and back to the page asked for", async ({
  visitor,
}) => {
  const tab = await visitor.open("/protected?from=mail");

  await expect(tab).toHaveURL(/\/auth\/signin\?.*error=SessionRequired/);
  await expect(tab.getByRole("main").getByRole("alert")).toHaveText(
    "Please sign in to see that page.",
  );
  await signInHere(tab, "ada");

  await expect(heading(tab)).toHaveText("For your eyes, Ada Lovelace");
  expect(pathOf(tab)).toBe("/protected?from=mail");
});

test("update() shows the new name in every tab, never “loading” on the way, and the server keeps it", async ({
  visitor,
}) => {
  await visitor.signInBehindTheScenes("ada");
  const tabs = [await visitor.open("/profile"), await visitor.open("/")] as const;
  const [profile, other] = tabs;
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada Lovelace")));

  await profile.getByLabel("Name").fill("Countess Ada");
  await profile.getByRole("button", { name: "Save the name" }).click();
  await expect(profile.getByRole("main").getByRole("status")).toHaveText(/^Saved/);
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Countess Ada")));

  for (const tab of tabs) expect(visitor.statuses(tab)).toEqual(["authenticated"]);
  await other.goto("/server");
  await expect(other.locator('dt:text-is("auth") + dd')).toHaveText("Countess Ada");
});

test("a soft navigation keeps what the tab knows, though the layout was rendered before", async ({
  visitor,
}) => {
  const tab = await visitor.open("/auth/signin?callbackUrl=/server");
  await signInHere(tab, "grace");
  await expect(tab).toHaveURL("/server");
  await expect(tab.locator('dt:text-is("getSession") + dd')).toHaveText("Grace Hopper");
  await expectSignedIn(tab, "Grace Hopper");

  await tab.getByRole("navigation").getByRole("link", { name: "Signed-in only" }).click();
  await expect(heading(tab)).toHaveText("For your eyes, Grace Hopper");
  expect(visitor.statuses(tab)).toEqual(["unauthenticated", "authenticated"]);
});

test("signOut() in place gives the router a url, and loads no page", async ({ visitor }) => {
  await visitor.signInBehindTheScenes("ada");
  const other = await visitor.open("/");
  const tab = await visitor.open("/auth/signout");
  await Promise.all([tab, other].map((each) => expectSignedIn(each, "Ada Lovelace")));
  await markDocument(tab);

  await tab.getByRole("button", { name: "without a reload" }).click();

  await expect(tab).toHaveURL("/server");
  await expect(tab.locator('dt:text-is("getSession") + dd')).toHaveText("nobody");
  await Promise.all([tab, other].map(expectSignedOut));
  expect(await isSameDocument(tab)).toBe(true);
});
