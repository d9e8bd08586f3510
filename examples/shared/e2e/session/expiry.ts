import { BRIEF_MAX_AGE_MS } from "../serve-during-tests.ts";
import { badge, expectSignedIn, expectSignedOut, signInHere } from "../tab.ts";
import { expect, test, type UserTest } from "../test.ts";
import type { SessionApp } from "./session-app.ts";

/** Registers that a session ends when it expires, at an address with sessions of a few seconds. */
export function testExpiryOnTime(
  register: UserTest,
  { name, publicPage, saysEnded }: Pick<SessionApp, "name" | "publicPage" | "saysEnded">,
): void {
  register("without polling the session ends on time, on screen, by itself", async ({ user }) => {
    const tab = await user.open(`/auth/signin?callbackUrl=${publicPage}`);
    await signInHere(tab, "ada");
    await expectSignedIn(tab, "Ada Lovelace");
    await expect(tab).toHaveURL(publicPage);

    await expect(badge(tab)).toHaveText("Signed out", { timeout: 10_000 });
    if (saysEnded) await expect(tab.getByRole("main")).toContainText(saysEnded);

    const shown = user.shown(tab);
    const shownAt = shown.find(({ status }) => status === "authenticated")!.at;
    const livedMs = shown.at(-1)!.at - shownAt;
    console.log(`${name}: a session of ${BRIEF_MAX_AGE_MS} ms ended on screen after ${livedMs} ms`);
    expect(livedMs).toBeGreaterThan(BRIEF_MAX_AGE_MS - 1500);
    // The answer's `Date` counts whole seconds, and the page that arrives may have read once more.
    expect(livedMs).toBeLessThan(BRIEF_MAX_AGE_MS + 3000);
    await tab.reload();
    await expectSignedOut(tab);
  });
}

export function testExpiry(app: SessionApp): void {
  const { publicPage, next } = app;
  test.use({ baseURL: process.env["APP_BRIEF_URL"] });
  testExpiryOnTime(test, app);

  if (!next) return;

  test("an expired session ends in every open tab, a protected one included", async ({ user }) => {
    const locked = await user.open("/");
    const idle = await user.open(`/auth/signin?callbackUrl=${publicPage}`);
    await signInHere(idle, "ada");
    await expectSignedIn(idle, "Ada Lovelace");
    await locked.getByRole("navigation").getByRole("link", { name: "Signed-in only" }).click();
    await expect(locked.getByRole("heading", { level: 1 })).toHaveText(
      "For your eyes, Ada Lovelace",
    );

    await expect(badge(idle)).toHaveText("Signed out", { timeout: 10_000 });
    await expect(locked).toHaveURL(/\/auth\/signin\?.*error=SessionRequired/);
  });
}
