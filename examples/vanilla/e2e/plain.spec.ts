import {
  expect,
  expectSignedIn,
  expectSignedOut,
  isSameDocument,
  markDocument,
  signInHere,
  signOutHere,
  test,
} from "shared/e2e";

test("a page without a build step loads the core's published files, and those of a browser only", async ({
  user,
}) => {
  const loaded: string[] = [];
  user.context.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith("/core/")) return;
    expect(response.status(), pathname).toBe(200);
    loaded.push(pathname);
  });
  await expectSignedOut(await user.open("/plain.html"));

  expect(loaded).toContain("/core/index.js");
  expect(loaded).toContain("/core/environment/browser/default-environment.js");
  expect(loaded).not.toContain("/core/environment/default-environment.js");
});

test("a page without a build step signs in and out by one request, and the built page follows", async ({
  user,
}) => {
  const tabs = [await user.open("/plain.html"), await user.open("/")] as const;
  const [plain] = tabs;
  await Promise.all(tabs.map(expectSignedOut));
  await Promise.all(tabs.map(markDocument));

  const signIn = await user.countSessionRequests(async () => {
    await signInHere(plain, "grace");
    await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Grace Hopper")));
  });
  const signOut = await user.countSessionRequests(async () => {
    await signOutHere(plain);
    await Promise.all(tabs.map(expectSignedOut));
  });

  expect(signIn).toBe(1);
  expect(signOut).toBeLessThanOrEqual(1);
  expect(await Promise.all(tabs.map(isSameDocument))).toEqual([true, true]);
});
