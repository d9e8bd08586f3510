import { expect, expectSignedIn, expectSignedOut } from "shared/e2e";
import { ada, grace } from "../people.ts";
import { callButton, callSignIn, resultOf } from "./provider-flows-page.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { whileAway } from "./network.ts";
import { expectUnmoved, leave, openPopup, openPopupOn } from "./popup-window.ts";
import { vouchFor } from "./sign-in-page.ts";

export function testPopups(test: ProviderFlowTest): void {
  test("a popup signs in every tab by one request, and the page that opened it is never left", async ({
    user,
    openId,
    app,
  }) => {
    const other = await user.open("/");
    const { tab, popup } = await openPopup(user);
    expect(new URL(popup.url()).origin).toBe(openId.issuer);
    // A provider's page has no hold on the page that has opened it.
    expect(await popup.evaluate(() => window.opener)).toBeNull();
    const closed = popup.waitForEvent("close");
    const requests = await user.countSessionRequests(async () => {
      await vouchFor(popup, grace.name);
      await Promise.all([tab, other].map((each) => expectSignedIn(each, grace.name)));
    });
    await closed;

    expect(await resultOf(tab)).toMatchObject({
      ...{ ok: true, status: 200 },
      url: expect.stringContaining(`${app.authPath}/providers`),
    });
    expect(requests).toBe(1);
    await expectUnmoved(tab);
  });

  test("the account that is chosen in a second popup is the one in every tab", async ({ user }) => {
    const other = await user.open("/");
    const first = await openPopup(user);
    await vouchFor(first.popup, grace.name);
    await Promise.all([first.tab, other].map((each) => expectSignedIn(each, grace.name)));
    await user.context.clearCookies({ name: /session-token/ });

    const { tab, popup } = await openPopup(user);
    await vouchFor(popup, ada.name);
    await Promise.all([tab, first.tab, other].map((each) => expectSignedIn(each, ada.name)));
    await expectUnmoved(first.tab);
  });

  test("a popup that its user closes is a typed error, and a second one works", async ({
    user,
  }) => {
    const { tab, popup } = await openPopup(user);
    await popup.close();
    expect(await resultOf(tab)).toEqual({ thrown: "SignInError", code: "popup-closed" });
    await expectSignedOut(tab);
    await expectUnmoved(tab);

    const [second] = await Promise.all([tab.waitForEvent("popup"), callButton(tab).click()]);
    await vouchFor(second, ada.name);
    await expectSignedIn(tab, ada.name);
  });

  test("a second popup takes nothing from the first: each call ends as its own window does", async ({
    user,
  }) => {
    const { tab, popup: first } = await openPopup(user);
    // A page with a button for each provider has one left to press.
    await callButton(tab).evaluate((button: HTMLButtonElement) => {
      button.disabled = false;
    });
    const opened = tab.waitForEvent("popup");
    await callSignIn(tab, { provider: "openid", popup: true });
    const second = await opened;
    await expect(second.getByRole("heading", { name: "Who are you?" })).toBeVisible();

    await first.close();
    expect(await resultOf(tab)).toEqual({ thrown: "SignInError", code: "popup-closed" });
    await vouchFor(second, grace.name);
    await expectSignedIn(tab, grace.name);

    await expect.poll(() => resultOf(tab)).toMatchObject({ ok: true });
    await expect.poll(() => user.context.pages()).toEqual([tab]);
    await expectUnmoved(tab);
  });

  test("a refused consent closes the popup, and is a typed error", async ({ user }) => {
    const other = await user.open("/");
    const { tab, popup } = await openPopup(user);
    const closed = popup.waitForEvent("close");
    await popup.getByRole("button", { name: ada.name }).click();
    await popup.getByRole("button", { name: "Refuse" }).click();
    await closed;

    expect(await resultOf(tab)).toEqual({ thrown: "SignInError", code: "refused" });
    await Promise.all([tab, other].map(expectSignedOut));
    await expectUnmoved(tab);
  });

  test("a provider that can't be reached closes the popup, and is a typed error", async ({
    user,
    openId,
  }) => {
    const tab = await user.open("/provider-flows");
    await whileAway(openId, async () => {
      await callSignIn(tab, { provider: "openid", popup: true });
      expect(await resultOf(tab)).toEqual({ thrown: "SignInError", code: "refused" });
    });
    await expect.poll(() => user.context.pages()).toEqual([tab]);
  });

  // Of "Cross-Origin-Opener-Policy: same-origin": to the app such a popup seems closed, and it has
  // to be told by the session what has become of it.
  test("a provider that cuts its popup off signs in every tab, once the user is back", async ({
    user,
    openId,
  }) => {
    openId.isolate(true);
    try {
      const other = await user.open("/");
      const tab = await user.open("/provider-flows");
      const comeBack = await leave(tab);
      const popup = await openPopupOn(tab);
      await vouchFor(popup, grace.name);
      await expect(popup).toHaveURL(/\/providers$/);
      await expect(callButton(tab)).toBeDisabled();
      await popup.close();
      await comeBack();

      expect(await resultOf(tab)).toMatchObject({ ok: true });
      await Promise.all([tab, other].map((each) => expectSignedIn(each, grace.name)));
      await expectUnmoved(tab);
    } finally {
      openId.isolate(false);
    }
  });

  test("who comes back from such a popup signed out is told so, and nothing hangs", async ({
    user,
    openId,
  }) => {
    openId.isolate(true);
    try {
      const tab = await user.open("/provider-flows");
      const comeBack = await leave(tab);
      await openPopupOn(tab);
      await comeBack();

      expect(await resultOf(tab)).toEqual({ thrown: "SignInError", code: "popup-closed" });
      await expectSignedOut(tab);
      await expectUnmoved(tab);
    } finally {
      openId.isolate(false);
    }
  });
}
