import { expect, expectSignedIn, expectSignedOut, isSameDocument, markDocument } from "shared/e2e";
import { ada, grace } from "../people.ts";
import { addAuthenticator } from "./authenticator.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { postsIn } from "./network.ts";
import {
  addButton,
  addPasskey,
  expectOutcome,
  openPasskeysAs,
  passkeyButton,
  signOut,
} from "./passkeys-page.ts";
import { expectError } from "./sign-in-page.ts";

export function testPasskeys(test: ProviderFlowTest): void {
  test("a passkey is added, and signs in without a page load: every tab knows, by one request", async ({
    user,
    database,
  }) => {
    const tab = await openPasskeysAs(user, grace);
    const other = await user.open("/");
    const authenticator = await addAuthenticator(tab);
    await addPasskey(tab);
    expect(await authenticator.count()).toBe(1);
    expect(await database.query("SELECT counter FROM authenticator")).toHaveLength(1);
    await Promise.all([tab, other].map((each) => expectSignedIn(each, grace.name)));

    await signOut(tab);
    await expectSignedOut(other);
    await markDocument(tab);
    const requests = await user.countSessionRequests(async () => {
      await passkeyButton(tab).click();
      await expectOutcome(tab, "authenticate");
      await Promise.all([tab, other].map((each) => expectSignedIn(each, grace.name)));
    });
    expect(requests).toBe(1);
    expect(await isSameDocument(tab)).toBe(true);
  });

  test("a passkey leads to the callbackUrl", async ({ user }) => {
    const tab = await openPasskeysAs(user, grace);
    const other = await user.open("/");
    await addAuthenticator(tab);
    await addPasskey(tab);
    await signOut(tab);
    await tab.goto("/auth/signin?callbackUrl=/?from=flow");
    await passkeyButton(tab).click();

    await expect(tab).toHaveURL("/?from=flow");
    await Promise.all([tab, other].map((each) => expectSignedIn(each, grace.name)));
  });

  test("a new passkey that its owner does not confirm is none: a typed error, and the session stays", async ({
    user,
    app,
  }) => {
    const tab = await openPasskeysAs(user, grace);
    const other = await user.open("/");
    const authenticator = await addAuthenticator(tab);
    await authenticator.recognise(false);
    const posts = postsIn(user.context, app.authPath);
    await tab.bringToFront();
    await addButton(tab).click();

    await expectOutcome(tab, "NotAllowedError");
    await Promise.all([tab, other].map((each) => expectSignedIn(each, grace.name)));
    expect(posts).toEqual([]);

    await authenticator.recognise(true);
    await addPasskey(tab);
  });

  test("who does not confirm is not signed in, and may try again", async ({ user }) => {
    const tab = await openPasskeysAs(user, grace);
    const authenticator = await addAuthenticator(tab);
    await addPasskey(tab);
    await signOut(tab);
    await authenticator.recognise(false);
    await passkeyButton(tab).click();
    await expectOutcome(tab, "NotAllowedError");
    await expectSignedOut(tab);

    await authenticator.recognise(true);
    await passkeyButton(tab).click();
    await expectSignedIn(tab, grace.name);
  });

  test("on the sign-in page, who has no passkey is told so, and stays there", async ({ user }) => {
    const tab = await user.open("/auth/signin");
    await addAuthenticator(tab);
    await passkeyButton(tab).click();

    await expect(tab.getByRole("main").getByRole("alert")).toHaveAttribute(
      "data-code",
      "NotAllowedError",
    );
    await expect(passkeyButton(tab)).toBeEnabled();
    await expectSignedOut(tab);
  });

  test("a passkey that the server does not know is refused, with and without a page load", async ({
    user,
    database,
  }) => {
    const tab = await openPasskeysAs(user, grace);
    await addAuthenticator(tab);
    await addPasskey(tab);
    await signOut(tab);
    await database.query("DELETE FROM authenticator");
    await tab.goto("/passkeys");
    await passkeyButton(tab).click();
    await expectOutcome(tab, "Configuration");
    await expectSignedOut(tab);

    await tab.goto("/auth/signin");
    await passkeyButton(tab).click();
    await expectError(tab, "Configuration");
    await expectSignedOut(tab);
  });

  test("somebody else's passkey is refused to who is signed in, and the session stays", async ({
    user,
  }) => {
    const tab = await openPasskeysAs(user, grace);
    await addAuthenticator(tab);
    await addPasskey(tab);
    await signOut(tab);
    const other = await openPasskeysAs(user, ada);
    await expectSignedIn(tab, ada.name);
    await tab.bringToFront();
    await tab.goto("/auth/signin");
    const seenBefore = user.shown(other).length;
    await passkeyButton(tab).click();

    await expectError(tab, "AccountNotLinked");
    await Promise.all([tab, other].map((each) => expectSignedIn(each, ada.name)));
    // Not for a moment: what is wrong in between, the page that has been loaded would set right.
    expect(user.shown(other).slice(seenBefore)).toEqual([]);
  });
}
