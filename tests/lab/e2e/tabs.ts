import { type Page, expect } from "@playwright/test";
import { signInInPage, signOutInPage } from "../engines/page-calls.ts";
import { nameOnScreen } from "../engines/tabs.ts";
import type { Shown } from "../pages/window.d.ts";
import { users } from "../server/users.ts";

/** All that a tab has shown since it was loaded. */
export function shownIn(tab: Page): Promise<Shown[]> {
  return tab.evaluate(() => window.lab.shown);
}

/** Waits until all tabs show this user; `null` stands for one who is signed out. */
export async function expectUser(tabs: Page[], username: string | null): Promise<void> {
  const text = nameOnScreen(username);
  const screens = tabs.map((tab) => tab.getByRole("status"));
  await Promise.all(screens.map((screen) => expect(screen).toHaveText(text, { timeout: 15_000 })));
}

/**
 * Signs in without leaving the page.
 *
 * @returns once that is over, when it was begun: milliseconds by the clock of what is shown
 */
export function signIn(tab: Page, username: string): Promise<number> {
  const { password } = users[username]!;
  return tab.evaluate(signInInPage, { username, password });
}

/** Signs out without leaving the page, like {@link signIn}. */
export function signOut(tab: Page): Promise<number> {
  return tab.evaluate(signOutInPage);
}
