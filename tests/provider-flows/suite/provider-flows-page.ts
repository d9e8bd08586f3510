import type { Page } from "@playwright/test";
import { expect } from "shared/e2e";
import type { Refusal } from "./dialects.ts";

export interface Call {
  provider: string;
  username?: string;
  password?: string;
  email?: string;
  callbackUrl?: string;
  /** The shape of the authorization parameters. */
  parameters?: "object" | "string" | "pairs" | "URLSearchParams";
  stays?: boolean;
  popup?: boolean;
}

/** Calls `signIn()` on the page that `tab` shows, `/provider-flows`. */
export async function callSignIn(tab: Page, call: Call): Promise<void> {
  await fillInCall(tab, call);
  await callButton(tab).click();
}

export function callButton(tab: Page) {
  return tab.getByRole("button", { name: "Call signIn()" });
}

/** Says what `signIn()` is to be called with. */
export async function fillInCall(tab: Page, call: Call): Promise<void> {
  const texts = {
    Provider: call.provider,
    Username: call.username,
    Password: call.password,
    Email: call.email,
    "Callback URL": call.callbackUrl,
  };
  for (const [label, text = ""] of Object.entries(texts))
    await tab.getByLabel(label, { exact: true }).fill(text);
  await tab.getByLabel("Authorization parameters").selectOption(call.parameters ?? "none");
  await tab.getByLabel("Stay on this page").setChecked(call.stays ?? false);
  await tab.getByLabel("In a popup").setChecked(call.popup ?? false);
}

/** What the last call has resolved to, once it has. */
export async function resultOf(tab: Page): Promise<unknown> {
  const output = tab.getByLabel("Result");
  await expect(output).toHaveText(/./);
  return JSON.parse(await output.innerText());
}

export async function expectRefusal(tab: Page, refusal: Refusal): Promise<void> {
  expect(await resultOf(tab)).toEqual({ ok: false, url: null, ...refusal });
}
