import { badge, expect, expectSignedIn, expectSignedOut, letTimePass, test } from "shared/e2e";

test("a page on which nobody reads the session makes no session request", async ({ user }) => {
  await user.signInBehindTheScenes("ada");

  const requests = await user.countSessionRequests(async () => {
    const tab = await user.open("/plain");
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText("No session at all");
    // The request of a provider that can't wait would come with hydration.
    await tab.waitForLoadState("networkidle");
  });

  expect(requests).toBe(0);
});

test("a soft navigation from a page without the session to one that reads it asks once", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/plain");

  const requests = await user.countSessionRequests(async () => {
    await tab.getByRole("navigation").getByRole("link", { name: "Left to expire" }).click();
    await expectSignedIn(tab, "Ada Lovelace");
  });

  expect(requests).toBe(1);
});

test("a signed-out user on a polling page causes no request after the first, not even by looking again", async ({
  user,
}) => {
  const tab = await user.open("/plain");
  const first = await user.countSessionRequests(async () => {
    await tab.goto("/stay");
    await expectSignedOut(tab);
  });
  expect(first).toBe(1);

  // Twice the page's interval, and a half: the time in which two polls would have come.
  const further = await user.countSessionRequests(async () => {
    await letTimePass(5000);
    await tab.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  });
  expect(further).toBe(0);
});

test("three tabs that open one after another cost one session request", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  await expectSignedIn(await user.open("/"), "Ada Lovelace");
  const first = user.sessionRequests.at(-1)!;
  expect(user.sessionRequests).toEqual([first]);

  await user.countSessionRequests(async () => {
    await expectSignedIn(await user.open("/idle"), "Ada Lovelace");
    await expectSignedIn(await user.open("/profile"), "Ada Lovelace");
  });

  // An answer stays fresh for five seconds; on a slow machine, the last tab may open after that.
  const whileFresh = user.sessionRequests.filter(({ at }) => at - first.at < 5000);
  console.log(`three tabs opened one after another: ${whileFresh.length} session requests`);
  // A new tab waits for 15 ms, which a tab that knows may miss on a machine that is busy.
  expect(whileFresh.length).toBeLessThanOrEqual(2);
});

test("getSession() asks the server once, and every tab shows what it said", async ({ user }) => {
  const tabs = [await user.open("/idle"), await user.open("/")] as const;
  await Promise.all(tabs.map(expectSignedOut));
  await user.signInBehindTheScenes("grace");

  const requests = await user.countSessionRequests(async () => {
    await tabs[0].getByRole("button", { name: "Ask the server now" }).click();
    await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Grace Hopper")));
  });

  expect(requests).toBe(1);
});

test("a tab that is looked at again asks once, if what it knows is older than five seconds", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/");
  await expectSignedIn(tab, "Ada Lovelace");
  // Playwright keeps every tab visible: the event is what a return to the tab would bring.
  const lookAgain = () => tab.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

  expect(await user.countSessionRequests(lookAgain)).toBe(0);

  await letTimePass(5000);
  await user.signInBehindTheScenes("grace");
  const requests = await user.countSessionRequests(async () => {
    await lookAgain();
    await lookAgain();
    await expectSignedIn(tab, "Grace Hopper");
  });
  expect(requests).toBe(1);
});

test("three polling tabs ask as often as one", async ({ user }) => {
  await user.signInBehindTheScenes("ada");
  const tabs = [await user.open("/stay"), await user.open("/stay"), await user.open("/stay")];
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada Lovelace")));

  const before = user.sessionRequests.length;
  const startedAt = Date.now();
  await letTimePass(7000);
  const elapsedMs = Date.now() - startedAt;
  const requests = user.sessionRequests.length - before;

  console.log(`3 tabs that poll every 2 s, for ${elapsedMs} ms: ${requests} session requests`);
  // Polls come up to 10 % early or late.
  expect(requests).toBeGreaterThanOrEqual(Math.floor(elapsedMs / 2200) - 1);
  expect(requests).toBeLessThanOrEqual(Math.floor(elapsedMs / 1800) + 1);
});

test("the user stays on screen while polls fail, the badge says so, and it recovers", async ({
  user,
}) => {
  await user.signInBehindTheScenes("ada");
  const tab = await user.open("/stay");
  await expectSignedIn(tab, "Ada Lovelace");

  await user.context.route("**/api/auth/session", (route) =>
    route.fulfill({ status: 500, body: "{}" }),
  );
  await expect(badge(tab)).toContainText("can’t refresh, still trying", { timeout: 10_000 });
  await expectSignedIn(tab, "Ada Lovelace");

  await user.context.unroute("**/api/auth/session");
  await expect(badge(tab)).not.toContainText("can’t refresh", { timeout: 15_000 });
  expect(user.shown(tab).map(({ status }) => status)).not.toContain("unauthenticated");
});
