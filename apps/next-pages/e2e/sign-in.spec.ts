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
  type Visitor,
} from "common/e2e";

test("a sign-in reaches all three tabs within a second by one request, and so does a sign-out", async ({
  visitor,
}) => {
  const tabs = [await visitor.open("/"), await visitor.open("/"), await visitor.open("/")] as const;
  const [first, second, third] = tabs;
  await Promise.all(tabs.map(expectSignedOut));

  await first.getByRole("button", { name: "Sign in" }).click();
  await fillIn(first, "ada", "not her password");
  await submitButton(first).click();
  const alert = first.getByRole("main").getByRole("alert");
  await expect(alert).toHaveText("That username and password don’t belong together.");
  await expect(alert).toHaveAttribute("data-code", "CredentialsSignin");
  await Promise.all(tabs.map(expectSignedOut));

  await fillIn(first, "ada");
  const signIn = await measure(visitor, tabs, "authenticated", async () => {
    await submitButton(first).click();
    await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada Lovelace")));
  });
  await expect(first).toHaveURL("/");

  const signOut = await measure(visitor, tabs, "unauthenticated", async () => {
    await second.getByRole("button", { name: "Sign out" }).click();
    await Promise.all(tabs.map(expectSignedOut));
  });
  await expectSignedOut(third);

  console.log(`sign-in: 3 tabs, ${signIn.ms} ms, ${signIn.requests} session requests`);
  console.log(`sign-out: 3 tabs, ${signOut.ms} ms, ${signOut.requests} session requests`);
  expect(signIn.ms).toBeLessThan(1000);
  expect(signIn.requests).toBe(1);
  expect(signOut.ms).toBeLessThan(1000);
  expect(signOut.requests).toBeLessThanOrEqual(1);
});

/** How long after the start of `action` the last tab showed `status`, and what that cost. */
async function measure(
  visitor: Visitor,
  tabs: readonly Page[],
  status: string,
  action: () => Promise<void>,
) {
  const startedAt = await tabs[0]!.evaluate(() => Date.now());
  const requests = await visitor.countSessionRequests(action);
  const shownAt = tabs.map((tab) => {
    const sight = visitor
      .sights(tab)
      .find((candidate) => candidate.at >= startedAt && candidate.status === status);
    expect(sight, `a tab that shows “${status}”`).toBeDefined();
    return sight!.at;
  });
  return { ms: Math.max(...shownAt) - startedAt, requests };
}

for (const callbackUrl of ["/idle", "/server"]) {
  test(`a sign-in by a full page load ends at callbackUrl ${callbackUrl}, and the other tab learns of it`, async ({
    visitor,
  }) => {
    const other = await visitor.open("/");
    await expectSignedOut(other);
    const tab = await visitor.open(`/auth/signin?callbackUrl=${callbackUrl}`);
    await tab.getByLabel("Go there by a full page load").check();
    await markDocument(tab);

    const requests = await visitor.countSessionRequests(async () => {
      await signInHere(tab, "ada");
      await expect(tab).toHaveURL(callbackUrl);
      await Promise.all([tab, other].map((each) => expectSignedIn(each, "Ada Lovelace")));
    });

    expect(await isSameDocument(tab)).toBe(false);
    console.log(`a sign-in by a full page load: ${requests} session requests`);
    // One by the tab that stays; the page that arrives asks too where it comes before that answer,
    // and on a machine that is busy either may find the other's answer too late.
    expect(requests).toBeLessThanOrEqual(3);
  });
}

for (const way of ["by a full page load", "without a reload"]) {
  test(`a sign-in ${way} stays in the app when the callbackUrl leads elsewhere`, async ({
    visitor,
  }) => {
    const tab = await visitor.open("/auth/signin?callbackUrl=https://elsewhere.example/");
    if (way === "by a full page load") await tab.getByLabel("Go there by a full page load").check();

    await signInHere(tab, "ada");

    await expect(tab).toHaveURL("/");
    await expectSignedIn(tab, "Ada Lovelace");
  });
}

test("a full page load with a wrong password comes back to the sign-in page and says why", async ({
  visitor,
}) => {
  const tab = await visitor.open("/auth/signin?callbackUrl=/idle");
  await tab.getByLabel("Go there by a full page load").check();
  await markDocument(tab);
  await fillIn(tab, "ada", "not her password");
  await submitButton(tab).click();

  await expect.poll(() => isSameDocument(tab).catch(() => true)).toBe(false);
  await expect(tab.getByRole("main").getByRole("alert")).toHaveAttribute(
    "data-code",
    "CredentialsSignin",
  );
  await expectSignedOut(tab);
});

test("a sign-in page that gets no list of providers says so", async ({ visitor }) => {
  await visitor.context.route("**/api/auth/providers", (route) => route.abort());
  const tab = await visitor.open("/auth/signin");

  await expect(tab.getByRole("main").getByRole("alert")).toContainText("can’t be reached");
  await expectSignedOut(tab);
});

test("a sign-in that can't reach the server says so, and leaves the page as it is", async ({
  visitor,
}) => {
  const tab = await visitor.open("/auth/signin");
  await fillIn(tab, "ada");
  await markDocument(tab);
  await visitor.context.route("**/api/auth/**", (route) => route.abort());
  await submitButton(tab).click();

  await expect(tab.getByRole("main").getByRole("alert")).toHaveAttribute(
    "data-code",
    "unreachable",
  );
  expect(await isSameDocument(tab)).toBe(true);

  await visitor.context.unroute("**/api/auth/**");
  await submitButton(tab).click();
  await expectSignedIn(tab, "Ada Lovelace");
});

test("another user's sign-in replaces the first user in every tab", async ({ visitor }) => {
  await visitor.signInBehindTheScenes("ada");
  const tabs = [
    await visitor.open("/"),
    await visitor.open("/server"),
    await visitor.open("/auth/signin"),
  ] as const;
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada Lovelace")));

  await signInHere(tabs[2], "grace");

  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Grace Hopper")));
  await expect(tabs[1].getByRole("heading", { level: 1 })).toHaveText("Hello, Grace Hopper");
});

test("signOut() reloads the page it was called on", async ({ visitor }) => {
  await visitor.signInBehindTheScenes("ada");
  const tab = await visitor.open("/idle");
  await markDocument(tab);

  await tab.getByRole("button", { name: "Sign out" }).click();

  await expect.poll(() => isSameDocument(tab).catch(() => true)).toBe(false);
  await expectSignedOut(tab);
  expect(pathOf(tab)).toBe("/idle");
});

test("signOut({ callbackUrl }) loads that page, signed out, and the other tab learns of it", async ({
  visitor,
}) => {
  await visitor.signInBehindTheScenes("ada");
  const other = await visitor.open("/");
  const tab = await visitor.open("/auth/signout");
  await Promise.all([tab, other].map((each) => expectSignedIn(each, "Ada Lovelace")));
  await markDocument(tab);

  await tab.getByRole("button", { name: "by a full page load" }).click();

  await expect(tab).toHaveURL("/server");
  await Promise.all([tab, other].map(expectSignedOut));
  expect(await isSameDocument(tab)).toBe(false);
});

test("signOut({ redirect: false, callbackUrl }) gives the router a url, and loads no page", async ({
  visitor,
}) => {
  await visitor.signInBehindTheScenes("ada");
  const other = await visitor.open("/");
  const tab = await visitor.open("/auth/signout");
  await Promise.all([tab, other].map((each) => expectSignedIn(each, "Ada Lovelace")));
  await markDocument(tab);

  await tab.getByRole("button", { name: "without a reload" }).click();

  await expect(tab).toHaveURL("/server");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Hello, stranger");
  await Promise.all([tab, other].map(expectSignedOut));
  expect(await isSameDocument(tab)).toBe(true);
  await expect
    .poll(() => visitor.statuses(tab))
    .toEqual(["loading", "authenticated", "unauthenticated"]);
});

test("signIn() without arguments opens the sign-in page, and comes back", async ({ visitor }) => {
  const tab = await visitor.open("/idle");
  await tab.getByRole("button", { name: "Sign in" }).click();

  await expect(tab).toHaveURL(/\/auth\/signin\?/);
  expect(new URL(tab.url()).searchParams.get("callbackUrl")).toMatch(/\/idle$/);

  await signInHere(tab, "grace");
  await expect(tab).toHaveURL("/idle");
  await expectSignedIn(tab, "Grace Hopper");
});

test("a form of one's own signs in with a token from getCsrfToken()", async ({ visitor }) => {
  const tab = await visitor.open("/by-hand");
  await fillIn(tab, "grace");
  await tab.getByRole("button", { name: "Post it" }).click();

  await expect(tab).toHaveURL("/server");
  await expectSignedIn(tab, "Grace Hopper");
});
