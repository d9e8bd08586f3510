import type { Page } from "@playwright/test";
import { expect, expectSignedIn, expectSignedOut, fillIn, submitButton } from "shared/e2e";
import { ada } from "../people.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { openIdButton, vouchFor } from "./sign-in-page.ts";

/** The ways to sign in after which another page is loaded. */
const ways: { what: string; enter(tab: Page): Promise<void> }[] = [
  {
    what: "by password with a full page load",
    async enter(tab) {
      await fillIn(tab, ada.username);
      await tab.getByLabel("Go there by a full page load").check();
      await submitButton(tab).click();
    },
  },
  {
    what: "at a provider",
    async enter(tab) {
      await openIdButton(tab).click();
      await vouchFor(tab, ada.name);
    },
  },
];

/** Registers what a sign-in page does by itself, around the calls of the client. */
export function testSignInPage(test: ProviderFlowTest): void {
  for (const { what, enter } of ways) {
    test(`a sign-in ${what} shows no error while it leaves`, async ({ user }) => {
      await user.context.addInitScript(keepAlerts);
      const tab = await user.open("/auth/signin?callbackUrl=/?from=flow");
      await enter(tab);

      await expect(tab).toHaveURL("/?from=flow");
      await expectSignedIn(tab, ada.name);
      expect(await tab.evaluate(() => sessionStorage.getItem("alerts"))).toBeNull();
    });
  }

  test("a sign-in form that has the focus asks for its token before it is sent", async ({
    user,
    app,
  }) => {
    const tab = await user.open("/auth/signin?callbackUrl=/?from=flow");
    await expectSignedOut(tab);
    const token = tab.waitForResponse(`**${app.authPath}/csrf`, { timeout: 5000 });
    await fillIn(tab, ada.username);
    await token;

    await submitButton(tab).click();
    await expectSignedIn(tab, ada.name);
  });

  for (const status of [404, 500]) {
    test(`a list of providers that is answered with a ${status} is said`, async ({ user, app }) => {
      await user.context.route(`**${app.authPath}/providers`, (it) => it.fulfill({ status }));
      const tab = await user.open("/auth/signin");

      await expect(tab.getByRole("main").getByRole("alert")).toHaveText(/can’t be reached/);
    });
  }
}

/** Runs in each document. Keeps what its alerts say for the pages that come after it. */
function keepAlerts() {
  new MutationObserver(() => {
    const text = document.querySelector("main [role=alert]")?.textContent?.trim();
    if (text) sessionStorage.setItem("alerts", text);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
