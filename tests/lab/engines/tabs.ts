import type { Shown } from "../pages/window.d.ts";
import { users } from "../server/users.ts";
import type { Tab } from "./drivers/driver.ts";
import { signInInPage, signOutInPage } from "./page-calls.ts";
import { until } from "./until.ts";

/** All that a tab has shown since it was loaded. */
export function shownIn(tab: Tab): Promise<Shown[]> {
  return tab.evaluate(() => window.lab.shown);
}

/** What an element shows. */
export function textOf(tab: Tab, selector: string): Promise<string> {
  return tab.evaluate((it) => document.querySelector(it)?.textContent ?? "", selector);
}

/** What a user is called on screen; `null` stands for one who is signed out. */
export function nameOnScreen(username: string | null): string {
  return username === null ? "unauthenticated" : users[username]!.name;
}

/** Waits until all tabs show this user. */
export async function expectUser(
  tabs: Tab[],
  username: string | null,
  patienceMs?: number,
): Promise<void> {
  const text = nameOnScreen(username);
  for (const [index, tab] of tabs.entries()) {
    const isShown = async (): Promise<boolean> => {
      const shown = await textOf(tab, '[role="status"]');
      if (shown === text) return true;
      const error = await textOf(tab, '[role="alert"]');
      throw new Error(`it shows ${shown}${error && `, and says “${error}”`}`);
    };
    await until(`tab ${index + 1} of ${tabs.length} shows ${text}`, isShown, patienceMs);
  }
}

/**
 * Signs in without leaving the page.
 *
 * @returns once that is over, when it was begun: milliseconds by the clock of what is shown
 */
export function signIn(tab: Tab, username: string): Promise<number> {
  const { password } = users[username]!;
  return tab.evaluate(signInInPage, { username, password });
}

/** Signs out without leaving the page, like {@link signIn}. */
export function signOut(tab: Tab): Promise<number> {
  return tab.evaluate(signOutInPage);
}

/** Takes a tab off the network, and waits until its page knows. */
export async function takeOffline(tab: Tab): Promise<void> {
  await tab.setOffline!(true);
  // The browser tells the page after it has answered the driver.
  await until("the page is offline", () => tab.evaluate(() => !navigator.onLine));
}

/** On a busy machine the next retry, up to 50 seconds later, may fail too. */
export const RECOVERY_MS = 150_000;

/** Waits until all tabs say, or none says any more, that something is wrong. */
export async function expectError(tabs: Tab[], isThere = true): Promise<void> {
  for (const tab of tabs) {
    const what = isThere ? "a tab shows an error" : "a tab shows no error";
    const isSo = async (): Promise<boolean> => {
      const said = await textOf(tab, '[role="alert"]');
      if ((said !== "") === isThere) return true;
      throw new Error(`it says “${said}”, and shows ${await textOf(tab, '[role="status"]')}`);
    };
    await (isThere ? until(what, isSo) : until(what, isSo, RECOVERY_MS));
  }
}
