import { expect, expectSignedIn, expectSignedOut } from "shared/e2e";
import { callSignIn, expectRefusal, resultOf } from "./provider-flows-page.ts";
import type { ProviderFlowTest } from "./fixtures.ts";
import { passkeyButton } from "./passkeys-page.ts";
import { emailField, openIdButton } from "./sign-in-page.ts";

export function testCredentials(test: ProviderFlowTest): void {
  test("the sign-in page has a way for each provider of the server", async ({
    user,
    app,
    dialect,
  }) => {
    const list = await user.context.request.get(`${app.authPath}/providers`);
    const passkeys = dialect.hasPasskeys ? ["passkey"] : [];
    expect(Object.keys(await list.json())).toEqual(["credentials", "openid", "email", ...passkeys]);

    const tab = await user.open("/auth/signin");
    await expect(tab.getByLabel("Username")).toBeVisible();
    await expect(openIdButton(tab)).toBeEnabled();
    await expect(emailField(tab)).toBeVisible();
    await expect(passkeyButton(tab)).toHaveCount(passkeys.length);
  });

  test("the right password gives ok and the callbackUrl, and signs in without a page load", async ({
    user,
    baseURL,
  }) => {
    const tab = await user.open("/provider-flows");
    await callSignIn(tab, { ...right, callbackUrl: "/?from=flow", stays: true });

    expect(await resultOf(tab)).toEqual({ ok: true, status: 200, url: `${baseURL}/?from=flow` });
    await expectSignedIn(tab, "Ada Lovelace");
    await expect(tab).toHaveURL("/provider-flows");
  });

  test("the right password leads to the callbackUrl", async ({ user }) => {
    const tab = await user.open("/provider-flows");
    await callSignIn(tab, { ...right, callbackUrl: "/?from=flow" });

    await expect(tab).toHaveURL("/?from=flow");
    await expectSignedIn(tab, "Ada Lovelace");
  });

  const refusals = [
    ["a wrong password", { username: "ada", password: "wrong" }, "wrongPassword"],
    ["an authorize that throws", { username: "crash", password: "x" }, "authorizeThrows"],
    ["an authorize that gives a code", { username: "locked", password: "x" }, "authorizeGivesCode"],
    [
      "a signIn callback that refuses",
      { username: "mallory", password: "mallory" },
      "refusedByCallback",
    ],
  ] as const;

  for (const [what, input, refusal] of refusals) {
    test(`${what} gives ok: false and says why, and signs nobody in`, async ({ user, dialect }) => {
      const tab = await user.open("/provider-flows");
      await callSignIn(tab, { provider: "credentials", ...input, stays: true });

      await expectRefusal(tab, dialect[refusal]);
      await expectSignedOut(tab);
    });
  }
}

const right = { provider: "credentials", username: "ada", password: "lovelace" };
