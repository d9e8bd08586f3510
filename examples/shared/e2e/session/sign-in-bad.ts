import {
  expectSignedIn,
  expectSignedOut,
  fillIn,
  isSameDocument,
  markDocument,
  signInHere,
  submitButton,
} from "../tab.ts";
import { expect, test } from "../test.ts";

export function testBadSignIn(): void {
  for (const way of ["by a full page load", "without a reload"]) {
    test(`a sign-in ${way} stays in the app when the callbackUrl leads elsewhere`, async ({
      user,
    }) => {
      const tab = await user.open("/auth/signin?callbackUrl=https://elsewhere.example/");
      if (way === "by a full page load")
        await tab.getByLabel("Go there by a full page load").check();

      await signInHere(tab, "ada");

      await expect(tab).toHaveURL("/");
      await expectSignedIn(tab, "Ada Lovelace");
    });
  }

  test("a full page load with a wrong password comes back to the sign-in page and says why", async ({
    user,
  }) => {
    const tab = await user.open("/auth/signin?callbackUrl=/profile");
    await tab.getByLabel("Go there by a full page load").check();
    await markDocument(tab);
    await fillIn(tab, "ada", "not her password");
    await submitButton(tab).click();

    await expect.poll(() => isSameDocument(tab).catch(() => true)).toBe(false);
    await expect(tab.getByRole("main").getByRole("alert")).toHaveAttribute(
      "data-code",
      "CredentialsSignin",
    );
    await expectSignedOut(tab);
  });

  test("a sign-in page that gets no list of providers says so", async ({ user, authPath }) => {
    await user.context.route(`**${authPath}/providers`, (route) => route.abort());
    const tab = await user.open("/auth/signin");

    await expect(tab.getByRole("main").getByRole("alert")).toContainText("can’t be reached");
    await expectSignedOut(tab);
  });

  test("a sign-in that can't reach the server says so, and leaves the page as it is", async ({
    user,
    authPath,
  }) => {
    const tab = await user.open("/auth/signin");
    await fillIn(tab, "ada");
    await markDocument(tab);
    await user.context.route(`**${authPath}/**`, (route) => route.abort());
    await submitButton(tab).click();

    await expect(tab.getByRole("main").getByRole("alert")).toHaveAttribute(
      "data-code",
      "unreachable",
    );
    expect(await isSameDocument(tab)).toBe(true);

    await user.context.unroute(`**${authPath}/**`);
    await submitButton(tab).click();
    await expectSignedIn(tab, "Ada Lovelace");
  });
}
