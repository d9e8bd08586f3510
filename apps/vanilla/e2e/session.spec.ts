import {
  expect,
  expectSignedIn,
  expectSignedOut,
  fillIn,
  isSameDocument,
  markDocument,
  signInHere,
  submitButton,
  test,
} from "common/e2e";

test("a sign-in reaches all three tabs by one request, and so does a sign-out", async ({
  visitor,
}) => {
  const tabs = [
    await visitor.open("/auth/signin?callbackUrl=/profile"),
    await visitor.open("/"),
    await visitor.open("/plain.html"),
  ] as const;
  const [tab, ...others] = tabs;
  await Promise.all(tabs.map(expectSignedOut));
  await Promise.all(others.map(markDocument));

  await fillIn(tab, "ada", "not her password");
  await submitButton(tab).click();
  await expect(tab.getByRole("main").getByRole("alert")).toHaveText(
    "That username and password don’t belong together.",
  );

  const signIn = await visitor.countSessionRequests(async () => {
    await signInHere(tab, "ada");
    await expect(tab).toHaveURL("/profile");
    await Promise.all(tabs.map((each) => expectSignedIn(each, "Ada Lovelace")));
  });
  const signOut = await visitor.countSessionRequests(async () => {
    await others[1]!.getByRole("button", { name: "Sign out" }).click();
    await Promise.all(tabs.map(expectSignedOut));
  });

  console.log(`vanilla: ${signIn} and ${signOut} session requests in three tabs`);
  expect(signIn).toBe(1);
  expect(signOut).toBeLessThanOrEqual(1);
  expect(await Promise.all(others.map(isSameDocument))).toEqual([true, true]);
});

test("a sign-in by a full page load ends at its callbackUrl, and the other tab learns of it", async ({
  visitor,
}) => {
  const other = await visitor.open("/");
  const tab = await visitor.open("/auth/signin?callbackUrl=/profile");
  await tab.getByLabel("Go there by a full page load").check();
  await signInHere(tab, "grace");

  await expect(tab).toHaveURL("/profile");
  await Promise.all([tab, other].map((each) => expectSignedIn(each, "Grace Hopper")));
});

test("a sign-in stays in the app when the callbackUrl leads elsewhere", async ({ visitor }) => {
  const tab = await visitor.open("/auth/signin?callbackUrl=https://elsewhere.example/");
  await signInHere(tab, "ada");

  await expect(tab).toHaveURL("/");
  await expectSignedIn(tab, "Ada Lovelace");
});

test("signIn() opens the sign-in page and comes back, and signOut() reloads the page", async ({
  visitor,
}) => {
  const tab = await visitor.open("/profile");
  await tab.getByRole("button", { name: "Sign in" }).click();
  await expect(tab).toHaveURL(/\/auth\/signin\?/);
  await signInHere(tab, "ada");
  await expect(tab).toHaveURL("/profile");

  await expectSignedIn(tab, "Ada Lovelace");
  await markDocument(tab);
  await tab.getByRole("button", { name: "Sign out" }).click();
  await expect.poll(() => isSameDocument(tab).catch(() => true)).toBe(false);
  await expectSignedOut(tab);
});

test("update() shows the new name in every tab, and the server refuses a bad one", async ({
  visitor,
}) => {
  await visitor.signInBehindTheScenes("ada");
  const tabs = [await visitor.open("/profile"), await visitor.open("/plain.html")] as const;
  const [profile] = tabs;
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada Lovelace")));

  await profile.getByLabel("Name").fill("Countess Ada");
  await profile.getByRole("button", { name: "Save the name" }).click();
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Countess Ada")));

  await profile.getByLabel("Name").fill("A".repeat(41));
  await profile.getByRole("button", { name: "Save the name" }).click();
  await expect(profile.getByRole("main").getByRole("status")).toHaveText("That wasn’t accepted.");
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Countess Ada")));
});
