import { expect, expectSignedIn, test } from "common/e2e";

test("update() shows the new name in every tab, never “loading” on the way, and the server keeps it", async ({
  visitor,
}) => {
  await visitor.signInBehindTheScenes("ada");
  const tabs = [
    await visitor.open("/profile"),
    await visitor.open("/"),
    await visitor.open("/server"),
  ] as const;
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada Lovelace")));
  const [profile] = tabs;
  const seenBefore = tabs.map((tab) => visitor.sights(tab).length);

  const requests = await visitor.countSessionRequests(async () => {
    await profile.getByLabel("Name").fill("Countess Ada");
    await profile.getByRole("button", { name: "Save the name" }).click();
    await expect(profile.getByRole("main").getByRole("status")).toHaveText(/^Saved/);
    await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Countess Ada")));
  });

  const seen = tabs.flatMap((tab, index) => visitor.sights(tab).slice(seenBefore[index]));
  expect(seen.length).toBeGreaterThanOrEqual(tabs.length);
  expect(seen.filter(({ status }) => status !== "authenticated")).toEqual([]);
  expect(requests).toBe(1);

  await Promise.all(tabs.map((tab) => tab.reload()));
  await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Countess Ada")));
});

test("update() leaves the name when the server refuses the new one, and the form says so", async ({
  visitor,
}) => {
  await visitor.signInBehindTheScenes("ada");
  const tab = await visitor.open("/profile");
  await tab.getByLabel("Name").fill("A".repeat(41));
  await tab.getByRole("button", { name: "Save the name" }).click();

  await expect(tab.getByRole("main").getByRole("status")).toHaveText(
    /^The server didn’t accept that/,
  );
  await expectSignedIn(tab, "Ada Lovelace");
});

test("update() keeps the user signed in when it can't reach the server", async ({ visitor }) => {
  await visitor.signInBehindTheScenes("ada");
  const tab = await visitor.open("/profile");
  await expectSignedIn(tab, "Ada Lovelace");
  await tab.getByLabel("Name").fill("Countess Ada");
  await visitor.context.route("**/api/auth/**", (route) => route.abort());
  await tab.getByRole("button", { name: "Save the name" }).click();

  await expect(tab.getByRole("main").getByRole("status")).toHaveText(/^That didn’t get through/);
  await expectSignedIn(tab, "Ada Lovelace");

  await visitor.context.unroute("**/api/auth/**");
  await tab.getByRole("button", { name: "Save the name" }).click();
  await expectSignedIn(tab, "Countess Ada");
});
