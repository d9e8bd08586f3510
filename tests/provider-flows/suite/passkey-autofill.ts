import type { Page } from "@playwright/test";
import { expect, expectSignedIn, expectSignedOut, isSameDocument, markDocument } from "shared/e2e";
import { ada, grace, type Person } from "../people.ts";
import { addAuthenticator } from "./authenticator.ts";
import { createWithoutAsking } from "./create-without-asking.ts";
import type { ProviderFlowTest } from "./fixtures.ts";

import { postsIn } from "./network.ts";
import {
  addPasskey,
  expectOutcome,
  openPasskeysAs,
  passkeyButton,
  signOut,
} from "./passkeys-page.ts";

/** A user who has a passkey, is signed out, and does not touch the device. */
async function openWithPasskey(user: Parameters<typeof openPasskeysAs>[0]) {
  const tab = await openPasskeysAs(user, grace);
  const authenticator = await addAuthenticator(tab);
  await addPasskey(tab);
  await signOut(tab);
  return { tab, authenticator };
}

function usernameField(tab: Page) {
  return tab.getByRole("textbox", { name: "Username" });
}

async function signInByPassword(tab: Page, { username }: Person): Promise<void> {
  await usernameField(tab).fill(username);
  await tab.getByLabel("Password").fill(username === "ada" ? "lovelace" : "hopper");
  await tab.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
}

export function testPasskeyAutofill(test: ProviderFlowTest): void {
  test("a passkey from the autofill signs in without a page load: every tab knows", async ({
    user,
  }) => {
    const { tab } = await openWithPasskey(user);
    const other = await user.open("/");
    await tab.bringToFront();
    await tab.goto("/autofill");
    await markDocument(tab);
    await expectOutcome(tab, "authenticate");
    await Promise.all([tab, other].map((each) => expectSignedIn(each, grace.name)));
    expect(await isSameDocument(tab)).toBe(true);
  });
}

/** What the page of one framework shows for all. */
export function testPasskeySignals(test: ProviderFlowTest): void {
  test("a sign-in with a password does not wait for the autofill, and ends it", async ({
    user,
  }) => {
    const { tab, authenticator } = await openWithPasskey(user);
    await authenticator.touch(false);
    await tab.goto("/autofill");
    await signInByPassword(tab, ada);
    await expectSignedIn(tab, ada.name);

    await authenticator.touch(true);
    await usernameField(tab).focus();
    await user.waitUntilQuiet(500);
    await expectSignedIn(tab, ada.name);
  });

  test("a passkey on a click interrupts the autofill, which comes back if the user is not recognised", async ({
    user,
  }) => {
    const { tab, authenticator } = await openWithPasskey(user);
    await authenticator.touch(false);
    await tab.goto("/autofill");
    await authenticator.recognise(false);
    await authenticator.touch(true);
    await passkeyButton(tab).click();
    await expectOutcome(tab, "NotAllowedError");
    await expectSignedOut(tab);

    await authenticator.recognise(true);
    await usernameField(tab).focus();
    await expectSignedIn(tab, grace.name);
  });

  test("after a sign-in with a password, the server keeps the passkey that the browser creates without asking", async ({
    user,
    database,
  }) => {
    const tab = await user.open("/");
    await tab.addInitScript(createWithoutAsking);
    const authenticator = await addAuthenticator(tab);
    await tab.goto("/autofill");
    await signInByPassword(tab, ada);
    await expectOutcome(tab, "register");
    await expectSignedIn(tab, ada.name);
    expect(await authenticator.count()).toBe(1);
    expect(await database.query("SELECT counter FROM authenticator")).toHaveLength(1);

    await authenticator.touch(false);
    await signOut(tab);
    await authenticator.touch(true);
    await tab.goto("/autofill");
    await expectOutcome(tab, "authenticate");
    await expectSignedIn(tab, ada.name);
  });

  test("a creation that the browser does not answer holds no passkey on a click up", async ({
    user,
    app,
  }) => {
    // As Chromium's virtual authenticator does, which has no password manager.
    const { tab, authenticator } = await openWithPasskey(user);
    await authenticator.touch(false);
    await tab.goto("/autofill");
    const asked = tab.waitForResponse(/webauthn-options.*action=register/);
    await signInByPassword(tab, grace);
    await asked;
    await authenticator.touch(true);
    const posts = postsIn(user.context, app.authPath);
    await passkeyButton(tab).click();
    await expectOutcome(tab, "authenticate");
    await expectSignedIn(tab, grace.name);
    expect(posts).toEqual(["/callback/passkey"]);
    expect(await authenticator.count()).toBe(1);
  });

  test("a passkey that the server does not know is taken off the device, and one that it knows stays", async ({
    user,
    database,
  }) => {
    const { tab, authenticator } = await openWithPasskey(user);
    // The server refuses this one, too, but it knows it.
    await tab.route("**/callback/passkey", (route) =>
      route.fulfill({ json: { url: `${tab.url()}?error=Configuration` } }),
    );
    const asked = tab.waitForResponse(/\/api\/passkeys\//);
    await tab.goto("/autofill");
    expect(await (await asked).json()).toEqual({ known: true });
    await expectOutcome(tab, "Configuration");
    expect(await authenticator.count()).toBe(1);

    await tab.goto("about:blank");
    await tab.unroute("**/callback/passkey");
    await database.query("DELETE FROM authenticator");
    // Neither does a plain 404 say so.
    await tab.route("**/api/passkeys/*", (route) => route.fulfill({ status: 404 }));
    await tab.goto("/autofill");
    await expectOutcome(tab, "Configuration");
    expect(await authenticator.count()).toBe(1);

    await tab.goto("about:blank");
    await tab.unroute("**/api/passkeys/*");
    await tab.goto("/autofill");
    await expect.poll(() => authenticator.count()).toBe(0);
    await expectOutcome(tab, "Configuration");
  });

  test("passkeys that the user has removed are taken off the device, and those that the server still has stay", async ({
    user,
    database,
  }) => {
    const tab = await openPasskeysAs(user, grace);
    const authenticator = await addAuthenticator(tab);
    await addPasskey(tab);
    await tab.goto("/autofill");
    await tab.route("**/api/passkeys/*", (route) => route.fulfill({ status: 502 }));
    await tab.getByRole("button", { name: "Remove my passkeys" }).click();
    await expectOutcome(tab, "unreachable");
    expect(await authenticator.count()).toBe(1);

    await tab.unroute("**/api/passkeys/*");
    await tab.getByRole("button", { name: "Remove my passkeys" }).click();
    await expectOutcome(tab, "removed");
    expect(await database.query("SELECT counter FROM authenticator")).toEqual([]);
    expect(await authenticator.count()).toBe(0);
  });
}
