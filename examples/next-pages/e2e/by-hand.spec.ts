import { expect, expectSignedIn, fillIn, test } from "shared/e2e";

test("a form of one's own signs in with a token from getCsrfToken()", async ({ user }) => {
  const tab = await user.open("/by-hand");
  await fillIn(tab, "grace");
  await tab.getByRole("button", { name: "Post it" }).click();

  await expect(tab).toHaveURL("/server");
  await expectSignedIn(tab, "Grace Hopper");
});
