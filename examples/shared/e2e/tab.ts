import { setTimeout as delay } from "node:timers/promises";
import { type Page, expect } from "@playwright/test";
import { passwordOf } from "../users.ts";

/** For rules that are about time itself: what must not happen, or how often, or until when. */
export function letTimePass(ms: number): Promise<void> {
  return delay(ms);
}

export function badge(tab: Page) {
  return tab.getByRole("banner").getByRole("status");
}

export async function expectSignedIn(tab: Page, name: string) {
  await expect(badge(tab)).toHaveAttribute("data-status", "authenticated");
  await expect(badge(tab)).toContainText(name);
}

export async function expectSignedOut(tab: Page) {
  await expect(badge(tab)).toHaveText("Signed out");
}

/** A tab that is behind another draws once a second, and a click there would wait for that. */
async function turnTo(tab: Page) {
  await tab.bringToFront();
}

export async function fillIn(tab: Page, username: string, password = passwordOf(username)) {
  await turnTo(tab);
  await tab.getByLabel("Username").fill(username);
  await tab.getByLabel("Password").fill(password);
}

/** The button of the form, not that of the header. */
export function submitButton(tab: Page) {
  return tab.getByRole("main").getByRole("button", { name: "Sign in", exact: true });
}

/** Signs in on the app's sign-in page, which `tab` shows. */
export async function signInHere(tab: Page, username: string) {
  await fillIn(tab, username);
  await submitButton(tab).click();
}

/** By the button in the page's header. */
export async function signOutHere(tab: Page) {
  await turnTo(tab);
  await tab.getByRole("button", { name: "Sign out" }).click();
}

/** Marks the document; the mark is gone once another document has been loaded. */
export async function markDocument(tab: Page) {
  await tab.evaluate(() => Object.assign(window, { isMarked: true }));
}

export async function isSameDocument(tab: Page) {
  return tab.evaluate(() => "isMarked" in window);
}

export function pathOf(tab: Page) {
  const { pathname, search } = new URL(tab.url());
  return pathname + search;
}
