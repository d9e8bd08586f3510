import type { Page } from "@playwright/test";
import { openIdButton, vouchFor } from "provider-flows/sign-in-page";
import { expect, expectSignedIn, expectSignedOut, signInHere, signOutHere } from "shared/e2e";
import { test } from "./openid.ts";

function forms(tab: Page) {
  return tab.getByRole("main").locator("form");
}

/** The form of the sign-in page that has the mark. */
function marked(tab: Page) {
  return forms(tab).filter({ hasText: "Last used" });
}

async function signOut(tab: Page): Promise<void> {
  const load = tab.waitForEvent("load");
  await signOutHere(tab);
  await load;
  await expectSignedOut(tab);
}

test("the sign-in page marks the provider of the last sign-in, be it by a password or by a redirect", async ({
  user,
}) => {
  const tab = await user.open("/auth/signin");
  await expect(forms(tab)).toHaveCount(2);
  await expect(marked(tab)).toHaveCount(0);
  await signInHere(tab, "ada");
  await expectSignedIn(tab, "Ada Lovelace");
  await signOut(tab);

  await tab.goto("/auth/signin");
  await expect(marked(tab)).toHaveCount(1);
  await expect(marked(tab).getByLabel("Username")).toBeVisible();
  await openIdButton(tab).click();
  await vouchFor(tab, "Grace Hopper");
  await expectSignedIn(tab, "Grace Hopper");
  await signOut(tab);

  await tab.goto("/auth/signin");
  await expect(marked(tab)).toHaveCount(1);
  await expect(marked(tab).getByRole("button")).toHaveText("Sign in with OpenID");
  const kept = await tab.evaluate(() => localStorage.getItem("sojourn:/auth:last-provider"));
  expect(kept).toBe('{"id":"openid"}');
});

test("a refused password and a provider that was left leave no mark", async ({ user }) => {
  const tab = await user.open("/auth/signin");
  await signInHere(tab, "ada");
  await expectSignedIn(tab, "Ada Lovelace");
  await signOut(tab);

  await tab.goto("/auth/signin");
  await openIdButton(tab).click();
  await tab.getByRole("button", { name: "Cancel" }).click();
  await expect(tab).toHaveURL(/error=/);
  await expectSignedOut(tab);
  await expect(marked(tab).getByLabel("Username")).toBeVisible();
});

test("a browser that denies storage signs in as ever", async ({ user }) => {
  await user.context.addInitScript(() => {
    const get = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get });
  });
  const tab = await user.open("/auth/signin");
  await signInHere(tab, "ada");
  await expectSignedIn(tab, "Ada Lovelace");
});
