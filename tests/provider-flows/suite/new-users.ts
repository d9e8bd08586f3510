import type { Page } from "@playwright/test";
import { expect, expectSignedIn, type User } from "shared/e2e";
import { grace } from "../people.ts";
import { callButton, resultOf } from "./provider-flows-page.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { expectUnmoved, openPopup } from "./popup-window.ts";
import { vouchFor } from "./sign-in-page.ts";

/** On a server with `pages.newUser`. */
export function testNewUsers(test: ProviderFlowTest): void {
  test("a popup shows the page for new users, every tab is signed in, and it closes when that leads on", async ({
    user,
  }) => {
    const { tab, popup } = await openAsNewUser(user);
    const closed = popup.waitForEvent("close");
    const callbackUrl = new URL(popup.url()).searchParams.get("callbackUrl");
    await popup.evaluate((url) => location.assign(url ?? ""), callbackUrl);
    await closed;

    expect(await resultOf(tab)).toMatchObject({ ok: true, status: 200 });
    await expectUnmoved(tab);
  });

  test("a popup that is closed on the page for new users has signed in", async ({ user }) => {
    const { tab, popup } = await openAsNewUser(user);
    await popup.close();

    expect(await resultOf(tab)).toMatchObject({ ok: true, status: 200 });
    await expectSignedIn(tab, grace.name);
    await expectUnmoved(tab);
  });
}

/** Comes in as Grace, whom the server has never seen, and stays on the page for that. */
async function openAsNewUser(user: User): Promise<{ tab: Page; popup: Page }> {
  const other = await user.open("/");
  const { tab, popup } = await openPopup(user);
  await vouchFor(popup, grace.name);
  await expect(popup).toHaveURL(/\/\?welcome&callbackUrl=/);
  await Promise.all([tab, other, popup].map((each) => expectSignedIn(each, grace.name)));
  await expect(callButton(tab)).toBeDisabled();
  return { tab, popup };
}
