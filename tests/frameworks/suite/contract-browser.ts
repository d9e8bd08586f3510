import type { Browser } from "@playwright/test";
import type { FrameworkBrowser } from "@sojourn/testing/adapter-contract";
import { User } from "shared/e2e";
import { openContractTab } from "./contract-tab.ts";
import { usernameOf } from "./username-of.ts";

/** Opens a browser with cookies of its own, for the contract. */
export async function openContractBrowser(
  browser: Browser,
  url: string,
  authPath: string,
): Promise<FrameworkBrowser> {
  const context = await browser.newContext({ baseURL: url });
  const user = await User.in(context, authPath);
  return {
    signIn: (name) => user.signInBehindTheScenes(usernameOf(name)),
    async cookies() {
      const cookies = await context.cookies(url);
      const known = cookies.filter(({ name }) => name.includes("session-token"));
      return known.map(({ name, value }) => `${name}=${value}`).join("; ");
    },
    openTab: (path) => openContractTab(user, path, authPath),
    close: () => context.close(),
  };
}
