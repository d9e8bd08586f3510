import { expect, expectSignedIn, signInHere, test } from "shared/e2e";

test("a soft navigation keeps what the tab knows, though the layout was rendered before", async ({
  user,
}) => {
  const tab = await user.open("/auth/signin?callbackUrl=/server");
  await signInHere(tab, "grace");
  await expect(tab).toHaveURL("/server");
  await expect(tab.locator('dt:text-is("getSession") + dd')).toHaveText("Grace Hopper");
  await expectSignedIn(tab, "Grace Hopper");

  await tab.getByRole("navigation").getByRole("link", { name: "Signed-in only" }).click();
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("For your eyes, Grace Hopper");
  expect(user.statuses(tab)).toEqual(["unauthenticated", "authenticated"]);
});
