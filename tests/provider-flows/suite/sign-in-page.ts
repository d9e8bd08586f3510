import type { Page } from "@playwright/test";
import { expect } from "shared/e2e";

/** What the sign-in page says went wrong, in the address and on screen. */
export async function expectError(tab: Page, code: string): Promise<void> {
  await expect(tab).toHaveURL(/\/auth\/signin\?/);
  await expect.poll(() => new URL(tab.url()).searchParams.get("error")).toBe(code);
  await expect(tab.getByRole("main").getByRole("alert")).toHaveAttribute("data-code", code);
}

export function openIdButton(tab: Page) {
  return tab.getByRole("main").getByRole("button", { name: "Sign in with OpenID" });
}

export function emailField(tab: Page) {
  return tab.getByRole("textbox", { name: "Email" });
}

export function linkButton(tab: Page) {
  return tab.getByRole("button", { name: "Send me a link" });
}

/** In the header of every page. */
export function signOutButton(tab: Page) {
  return tab.getByRole("banner").getByRole("button", { name: "Sign out" });
}

export async function askForLink(tab: Page, email: string): Promise<void> {
  await emailField(tab).fill(email);
  await linkButton(tab).click();
  await expect(tab).toHaveURL(/\/auth\/sent/);
}

/** At the OpenID provider: chooses an account, and lets the app know who it is. */
export async function vouchFor(tab: Page, name: string): Promise<void> {
  await tab.getByRole("button", { name }).click();
  await tab.getByRole("button", { name: "Allow" }).click();
}
