import type { Page } from "@playwright/test";
import {
  expect,
  expectSignedIn,
  expectSignedOut,
  fillIn,
  signInHere,
  signOutHere,
} from "shared/e2e";
import { openIdButton, vouchFor } from "provider-flows/sign-in-page";
import type { DeploymentTest } from "./deployment.ts";

/** Registers all tests of a deployment. */
export function testDeployment(name: string, test: DeploymentTest): void {
  test.describe(name, () => {
    testSession(name, test);
    testRedirects(test);
  });
}

/** What has to hold wherever an app and its auth server are. */
export function testSession(name: string, test: DeploymentTest): void {
  test("a sign-in reaches the other tab by one request, and leads to the deployment's own page", async ({
    user,
    deployment,
  }) => {
    const [tab, other] = [await user.open(deployment.home), await user.open(deployment.home)];
    await Promise.all([tab, other].map(expectSignedOut));

    const reads = await user.countSessionRequests(async () => {
      await signInHere(tab, "ada");
      await expect(tab).toHaveURL(deployment.account);
      await Promise.all([tab, other].map((each) => expectSignedIn(each, "Ada Lovelace")));
    });
    console.log(`${name}: ${reads} session request for a sign-in with two tabs`);
    expect(reads).toBe(1);
  });

  test("a new name and a sign-out reach the other tab, and the page stays where it is", async ({
    user,
    deployment,
  }) => {
    const tab = await user.open(deployment.home);
    await signInHere(tab, "ada");
    await expect(tab).toHaveURL(deployment.account);
    const other = await user.open(deployment.home);
    await expectSignedIn(other, "Ada Lovelace");

    const renaming = await user.countSessionRequests(async () => {
      await tab.getByRole("button", { name: "Become a countess" }).click();
      await Promise.all([tab, other].map((each) => expectSignedIn(each, "Countess Ada")));
    });
    await tab.goto(deployment.home);
    await expectSignedIn(tab, "Countess Ada");
    const leaving = await user.countSessionRequests(async () => {
      await signOutHere(other);
      await Promise.all([tab, other].map(expectSignedOut));
    });
    console.log(`${name}: ${renaming} session request for update(), ${leaving} for a sign-out`);
    expect(renaming).toBe(1);
    expect(leaving).toBeLessThanOrEqual(1);
    await expect(other).toHaveURL(deployment.home);
    await expectSignedOut(await user.open(deployment.home));
  });
}

/** What has to hold where the auth server's own pages share their cookies with the app's. */
function testRedirects(test: DeploymentTest): void {
  test("an OpenID provider leads back to the deployment's own page, and the other tab follows", async ({
    user,
    deployment,
  }) => {
    const [tab, other] = [await user.open(deployment.home), await user.open(deployment.home)];
    await openIdButton(tab).click();
    await vouchFor(tab, "Grace Hopper");

    await expect(tab).toHaveURL(deployment.account);
    await Promise.all([tab, other].map((each) => expectSignedIn(each, "Grace Hopper")));
  });

  test("required leads to the auth server's sign-in page, and from there back", async ({
    user,
    deployment,
  }) => {
    const tab = await user.open(deployment.account);
    await expectSignInPage(tab, deployment.authUrl, "error=SessionRequired");
    await signInOnItsPage(tab);

    await expect(tab).toHaveURL(deployment.account);
    await expectSignedIn(tab, "Ada Lovelace");
  });

  test("a callbackUrl that is not the deployment's own leads home", async ({
    user,
    deployment,
  }) => {
    const elsewhere = new URLSearchParams({ callbackUrl: "https://elsewhere.example/account" });
    const tab = await user.open(`${deployment.authUrl}/signin?${elsewhere}`);
    await signInOnItsPage(tab);

    await expect(tab).toHaveURL(deployment.home);
    await expectSignedIn(tab, "Ada Lovelace");
  });
}

/** The page that Auth.js brings along. */
async function expectSignInPage(tab: Page, authUrl: string, query: string): Promise<void> {
  await expect(tab).toHaveURL((url) => url.href.startsWith(`${authUrl}/signin?`));
  expect(tab.url()).toContain(query);
}

async function signInOnItsPage(tab: Page): Promise<void> {
  await fillIn(tab, "ada");
  await tab.getByRole("button", { name: "Sign in with your demo account" }).click();
}
