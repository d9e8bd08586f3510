import { expect, expectSignedIn, expectSignedOut } from "shared/e2e";
import { ada, grace, mallory } from "../people.ts";
import { callSignIn, resultOf } from "./provider-flows-page.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { expectError, openIdButton, vouchFor } from "./sign-in-page.ts";

/** Registers the way to an OpenID provider and back. */
export function testOpenIdReturn(test: ProviderFlowTest): void {
  test("an OpenID provider vouches for somebody, and the browser is back at the callbackUrl", async ({
    user,
    openId,
  }) => {
    const other = await user.open("/");
    const tab = await user.open(`/auth/signin?callbackUrl=${encodeURIComponent("/?from=flow")}`);
    await openIdButton(tab).click();
    await expect(tab.getByRole("heading", { name: "Who are you?" })).toBeVisible();
    expect(new URL(tab.url()).origin).toBe(openId.issuer);
    await vouchFor(tab, grace.name);

    await expect(tab).toHaveURL("/?from=flow");
    await expectSignedIn(tab, grace.name);
    await expectSignedIn(other, grace.name);
  });
}

export function testOpenId(test: ProviderFlowTest): void {
  testOpenIdReturn(test);

  for (const parameters of ["object", "string", "pairs", "URLSearchParams"] as const) {
    test(`authorization parameters given as ${parameters} arrive at the provider`, async ({
      user,
      openId,
    }) => {
      const tab = await user.open("/provider-flows");
      await callSignIn(tab, { provider: "openid", parameters });

      await expect(tab.getByText(`login_hint=${ada.email}`)).toBeVisible();
      expect(openId.authorizations.at(-1)).toMatchObject({
        prompt: "login",
        login_hint: ada.email,
        scope: "openid profile email",
      });
    });
  }

  test("redirect: false gives the provider's address, and stays", async ({ user, openId }) => {
    const tab = await user.open("/provider-flows");
    await callSignIn(tab, { provider: "openid", stays: true });

    const result = await resultOf(tab);
    expect(result).toMatchObject({ ok: true, status: 200 });
    expect(result).toHaveProperty("url", expect.stringContaining(`${openId.issuer}/auth?`));
    await expect(tab).toHaveURL("/provider-flows");
    await expectSignedOut(tab);
  });

  test("a refused consent comes back as an error, and signs nobody in", async ({
    user,
    dialect,
  }) => {
    const tab = await user.open("/auth/signin");
    await openIdButton(tab).click();
    await tab.getByRole("button", { name: ada.name }).click();
    await tab.getByRole("button", { name: "Refuse" }).click();

    await expectError(tab, dialect.refusedConsent);
    await expectSignedOut(tab);
  });

  test("an account that the signIn callback refuses comes back as an error", async ({
    user,
    dialect,
  }) => {
    const tab = await user.open("/auth/signin");
    await openIdButton(tab).click();
    await vouchFor(tab, mallory.name);

    await expectError(tab, dialect.refusedAccount);
    await expectSignedOut(tab);
  });
}
