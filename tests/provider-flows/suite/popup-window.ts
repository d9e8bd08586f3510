import type { BrowserContext, Page } from "@playwright/test";
import { expect, isSameDocument, markDocument, type User } from "shared/e2e";
import { callSignIn } from "./provider-flows-page.ts";

/** Calls `signIn()` on `/provider-flows`, and waits until its popup has got to the OpenID provider. */
export async function openPopup(user: User): Promise<{ tab: Page; popup: Page }> {
  const tab = await user.open("/provider-flows");
  return { tab, popup: await openPopupOn(tab) };
}

/** The same on `/provider-flows`, as `tab` shows it. */
export async function openPopupOn(tab: Page): Promise<Page> {
  await markDocument(tab);
  const opened = tab.waitForEvent("popup");
  // With these parameters, the provider asks who it is even if it knows somebody.
  await callSignIn(tab, { provider: "openid", popup: true, parameters: "object" });
  const popup = await opened;
  await expect(popup.getByRole("heading", { name: "Who are you?" })).toBeVisible();
  return popup;
}

/**
 * The user looks at another window, until the function that it resolves to is called. Playwright
 * gives the focus to every page at once, so this has to be told to the page.
 */
export async function leave(tab: Page): Promise<() => Promise<void>> {
  await tab.evaluate(() => {
    document.hasFocus = () => false;
  });
  return () =>
    tab.evaluate(() => {
      Reflect.deleteProperty(document, "hasFocus");
    });
}

/** The page that opened the popup was not left for it. */
export async function expectUnmoved(tab: Page): Promise<void> {
  await expect(tab).toHaveURL("/provider-flows");
  expect(await isSameDocument(tab)).toBe(true);
}

/** Which of the Auth.js endpoints a browser asks, from now on. */
export function pathsIn(context: BrowserContext, authPath: string): string[] {
  const paths: string[] = [];
  context.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith(`${authPath}/`)) paths.push(pathname);
  });
  return paths;
}

/**
 * Has a script press the button, so that Chromium blocks the popup. What Playwright does counts as a
 * user's click for some seconds; a first popup uses that up.
 */
export async function callWithoutClick(tab: Page): Promise<void> {
  const devtools = await tab.context().newCDPSession(tab);
  const press = `open("", "first").close(); document.querySelector("main form button").click()`;
  await devtools.send("Runtime.evaluate", { expression: press, userGesture: false });
}
