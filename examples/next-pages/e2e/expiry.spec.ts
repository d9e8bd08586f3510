import {
  BRIEF_MAX_AGE_MS,
  expect,
  expectSignedIn,
  letTimePass,
  signInHere,
  test,
} from "shared/e2e";

test.use({ baseURL: process.env.APP_BRIEF_URL });

test("polling keeps a session alive beyond twice its maximum age", async ({ user }) => {
  const tab = await user.open("/auth/signin?callbackUrl=/stay");
  await signInHere(tab, "ada");
  await expectSignedIn(tab, "Ada Lovelace");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Kept alive");
  const seenBefore = user.shown(tab).length;
  const expires = tab.locator('dt:has-text("Expires") + dd');
  const firstExpires = await expires.innerText();

  await letTimePass(2 * BRIEF_MAX_AGE_MS + 1000);

  await expectSignedIn(tab, "Ada Lovelace");
  expect(user.shown(tab).slice(seenBefore)).toEqual([]);
  expect(await expires.innerText()).not.toBe(firstExpires);
  await tab.reload();
  await expectSignedIn(tab, "Ada Lovelace");
});
