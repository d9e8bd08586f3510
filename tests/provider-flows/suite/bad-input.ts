import { expect, expectSignedIn, expectSignedOut, fillIn, submitButton } from "shared/e2e";
import { ada, grace } from "../people.ts";
import { callSignIn, resultOf } from "./provider-flows-page.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { postsIn, tamperWithCsrfTokens } from "./network.ts";
import { askForLink, expectError, openIdButton, vouchFor } from "./sign-in-page.ts";

export function testBadInput(test: ProviderFlowTest): void {
  test("a sign-in that was cancelled at the provider says so, and works the second time", async ({
    user,
    dialect,
  }) => {
    const tab = await user.open("/auth/signin?callbackUrl=/");
    await openIdButton(tab).click();
    await tab.getByRole("button", { name: "Cancel" }).click();
    await expectError(tab, dialect.refusedConsent);

    await openIdButton(tab).click();
    await vouchFor(tab, ada.name);
    await expectSignedIn(tab, ada.name);
  });

  test("who comes back from the provider by the back button can sign in", async ({ user }) => {
    const tab = await user.open("/auth/signin?callbackUrl=/?from=flow");
    await openIdButton(tab).click();
    await expect(tab.getByRole("heading", { name: "Who are you?" })).toBeVisible();
    await tab.goBack();

    await expectSignedOut(tab);
    await fillIn(tab, "ada");
    await submitButton(tab).click();
    await expect(tab).toHaveURL("/?from=flow");
    await expectSignedIn(tab, ada.name);
  });

  test("a link with another token signs nobody in", async ({ user, mailbox, dialect }) => {
    const tab = await user.open("/auth/signin");
    const link = mailbox.nextLink(grace.email);
    await askForLink(tab, grace.email);
    const tampered = new URL(await link);
    tampered.searchParams.set("token", "0".repeat(64));

    await tab.goto(tampered.href);
    await expectError(tab, dialect.deadLink);
    await expectSignedOut(tab);
  });

  test("a CSRF token that was tampered with is replaced by the server's", async ({ user, app }) => {
    await tamperWithCsrfTokens(user.context, app.authPath, { times: 1 });
    const tab = await user.open("/auth/signin?callbackUrl=/?from=flow");
    await fillIn(tab, "ada");
    await submitButton(tab).click();

    await expect(tab).toHaveURL("/?from=flow");
    await expectSignedIn(tab, ada.name);
  });

  test("CSRF tokens that are tampered with again and again sign nobody in", async ({
    user,
    app,
  }) => {
    await tamperWithCsrfTokens(user.context, app.authPath);
    const tab = await user.open("/provider-flows");
    await callSignIn(tab, {
      ...{ provider: "credentials", username: "ada", password: "lovelace" },
      stays: true,
    });

    expect(await resultOf(tab)).toMatchObject({ thrown: "CsrfError" });
    await expectSignedOut(tab);
  });

  for (const provider of ["toString", "__proto__", "../x", "nobody"]) {
    test(`a provider “${provider}” is none: nothing is posted`, async ({ user, app }) => {
      const tab = await user.open("/provider-flows");
      const posts = postsIn(user.context, app.authPath);
      await callSignIn(tab, { provider, stays: true });
      expect(await resultOf(tab)).toEqual({ thrown: "SignInError", code: "unknown-provider" });

      await callSignIn(tab, { provider, callbackUrl: "/?from=flow" });
      await expect(tab).toHaveURL(/\/auth\/signin\?.*callbackUrl/);
      expect(posts).toEqual([]);
    });
  }
}
