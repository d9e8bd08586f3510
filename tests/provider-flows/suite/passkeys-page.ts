import type { Page } from "@playwright/test";
import { expect, expectSignedIn, expectSignedOut, type User } from "shared/e2e";
import type { Person } from "../people.ts";
import { callSignIn } from "./provider-flows-page.ts";
import { signOutButton, vouchFor } from "./sign-in-page.ts";

export function addButton(tab: Page) {
  return tab.getByRole("main").getByRole("button", { name: "Add a passkey" });
}

/** On `/passkeys` and on the sign-in page. */
export function passkeyButton(tab: Page) {
  return tab.getByRole("main").getByRole("button", { name: "Sign in with a passkey" });
}

/** What the last call on `/passkeys` came to. */
export async function expectOutcome(tab: Page, code: string): Promise<void> {
  await expect(tab.getByRole("main").getByRole("status")).toHaveAttribute("data-code", code);
}

/** Opens `/passkeys` as somebody whom the OpenID provider has vouched for. */
export async function openPasskeysAs(user: User, { name }: Person): Promise<Page> {
  const tab = await user.open("/provider-flows");
  // With these parameters, the provider asks who it is even if it knows somebody.
  await callSignIn(tab, { provider: "openid", callbackUrl: "/passkeys", parameters: "object" });
  await vouchFor(tab, name);
  await expect(tab).toHaveURL("/passkeys");
  await expectSignedIn(tab, name);
  return tab;
}

export async function addPasskey(tab: Page): Promise<void> {
  // Browsers let nobody use a passkey in a tab that lies behind another one.
  await tab.bringToFront();
  await addButton(tab).click();
  await expectOutcome(tab, "register");
}

/** By the button of the header, which loads the page anew. */
export async function signOut(tab: Page): Promise<void> {
  const load = tab.waitForEvent("load");
  await signOutButton(tab).click();
  await load;
  await expectSignedOut(tab);
}
