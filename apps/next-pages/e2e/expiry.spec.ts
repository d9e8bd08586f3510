import {
  badge,
  expect,
  expectSignedIn,
  expectSignedOut,
  letTimePass,
  signInHere,
  test,
} from "common/e2e";

const MAX_AGE_MS = 4000;

test.use({ baseURL: process.env.NEXT_PAGES_SHORT_URL });

test("polling keeps a session alive beyond twice its maximum age", async ({ visitor }) => {
  const tab = await visitor.open("/auth/signin?callbackUrl=/stay");
  await signInHere(tab, "ada");
  await expectSignedIn(tab, "Ada Lovelace");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Kept alive");
  const seenBefore = visitor.sights(tab).length;
  const expires = tab.locator('dt:has-text("Expires") + dd');
  const firstExpires = await expires.innerText();

  await letTimePass(2 * MAX_AGE_MS + 1000);

  await expectSignedIn(tab, "Ada Lovelace");
  expect(visitor.sights(tab).slice(seenBefore)).toEqual([]);
  expect(await expires.innerText()).not.toBe(firstExpires);
  await tab.reload();
  await expectSignedIn(tab, "Ada Lovelace");
});

test("without polling the session ends on time, on screen, by itself", async ({ visitor }) => {
  const tab = await visitor.open("/auth/signin?callbackUrl=/idle");
  await signInHere(tab, "ada");
  await expectSignedIn(tab, "Ada Lovelace");
  await expect(tab).toHaveURL("/idle");

  await expect(badge(tab)).toHaveText("Signed out", { timeout: 10_000 });
  await expect(tab.getByRole("main")).toContainText("unauthenticated");

  const sights = visitor.sights(tab);
  const shownAt = sights.find(({ status }) => status === "authenticated")!.at;
  const endedAt = sights.at(-1)!.at;
  console.log(`a session of ${MAX_AGE_MS} ms ended on screen after ${endedAt - shownAt} ms`);
  expect(endedAt - shownAt).toBeGreaterThan(MAX_AGE_MS - 1500);
  expect(endedAt - shownAt).toBeLessThan(MAX_AGE_MS + 1500);
  await tab.reload();
  await expectSignedOut(tab);
});

test("an expired session ends in every open tab, a protected one included", async ({ visitor }) => {
  const locked = await visitor.open("/");
  const idle = await visitor.open("/auth/signin?callbackUrl=/idle");
  await signInHere(idle, "ada");
  await expectSignedIn(idle, "Ada Lovelace");
  await locked.getByRole("navigation").getByRole("link", { name: "Signed-in only" }).click();
  await expect(locked.getByRole("heading", { level: 1 })).toHaveText("For your eyes, Ada Lovelace");

  await expect(badge(idle)).toHaveText("Signed out", { timeout: 10_000 });
  await expect(locked).toHaveURL(/\/auth\/signin\?.*error=SessionRequired/);
});
