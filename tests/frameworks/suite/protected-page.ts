import type { Page } from "@playwright/test";
import type { ProviderFlowTest } from "provider-flows";
import { expect, expectSignedOut, pathOf, signInHere, signOutHere } from "shared/e2e";

/** Registers that a page is protected on the server, and is left when the session ends. */
export function testProtectedPage(test: ProviderFlowTest): void {
  test("a protected page is reached by a sign-in, and left on a sign-out elsewhere", async ({
    user,
    baseURL,
  }) => {
    const answer = await user.context.request.get("/protected?from=mail", { maxRedirects: 0 });
    expect(answer.status()).toBeGreaterThanOrEqual(300);
    expect(answer.status()).toBeLessThan(400);
    expectSignInPage(new URL(answer.headers()["location"] ?? "", baseURL), "/protected?from=mail");

    const tab = await user.open("/protected?from=mail");
    expectSignInPage(new URL(tab.url()), "/protected?from=mail");
    await signInHere(tab, "ada");
    await expectProtectedPage(tab);
    expect(pathOf(tab)).toBe("/protected?from=mail");

    const other = await user.open("/profile");
    await followProtected(other);
    await expectProtectedPage(other);

    await signOutHere(tab);
    for (const each of [tab, other]) await expect(each).toHaveURL(/\/auth\/signin\?/);

    const later = await user.open("/profile");
    await expectSignedOut(later);
    await followProtected(later);
    await expect(later).toHaveURL(/\/auth\/signin\?/);
    expectSignInPage(new URL(later.url()), "/protected");
  });
}

function expectSignInPage({ pathname, searchParams }: URL, callbackUrl: string): void {
  expect(pathname).toBe("/auth/signin");
  // It may be an address, or a path.
  const { pathname: asked, search } = new URL(searchParams.get("callbackUrl") ?? "", "http://app");
  expect(asked + search).toBe(callbackUrl);
}

async function expectProtectedPage(tab: Page): Promise<void> {
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("For your eyes, Ada Lovelace");
}

async function followProtected(tab: Page): Promise<void> {
  await tab.bringToFront();
  await tab.getByRole("navigation").getByRole("link", { name: "Signed-in only" }).click();
}
