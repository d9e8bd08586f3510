import { testsOf } from "provider-flows";
import { badge, expect, expectSignedIn, expectSignedOut, fillIn, submitButton } from "shared/e2e";
import { app } from "./app.ts";

const { onJwt: test } = testsOf({ ...app, dialect: "v5" });

test("without JavaScript, forms sign in and out", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto("/protected");
  await fillIn(tab, "ada", "wrong");
  await submitButton(tab).click();
  await expect(tab.getByRole("alert")).toHaveAttribute("data-code", "CredentialsSignin");

  await tab.goto("/protected");
  await fillIn(tab, "ada");
  await submitButton(tab).click();
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("For your eyes, Ada Lovelace");
  await expectSignedIn(tab, "Ada Lovelace");

  await tab.getByRole("button", { name: "Sign out" }).click();
  await expectSignedOut(tab);
  await expect(tab).toHaveURL("/auth/signin?callbackUrl=%2Fprotected");
  await context.close();
});

test("other tabs follow a form that the browser has sent", async ({ user }) => {
  const [tab, other] = [await user.open("/auth/signin"), await user.open("/server")];
  const rendered = other.locator("[data-rendered-for]");
  await expectSignedOut(other);
  await fillIn(tab, "ada");
  await submitButton(tab).evaluate((button: HTMLButtonElement) => button.form?.submit());
  await expectSignedIn(tab, "Ada Lovelace");
  await expectSignedIn(other, "Ada Lovelace");
  await expect(rendered).toContainText("for Ada Lovelace");

  await tab
    .getByRole("button", { name: "Sign out" })
    .evaluate((button: HTMLButtonElement) => button.form?.submit());
  await expectSignedOut(tab);
  await expectSignedOut(other);
  await expect(rendered).toContainText("for nobody");
  expect(await badge(other).getAttribute("data-status")).toBe("unauthenticated");
});
