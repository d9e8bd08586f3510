import type { Page } from "@playwright/test";
import { expectSignedIn } from "../tab.ts";
import { expect, test, type UserTest } from "../test.ts";
import type { SessionApp } from "./session-app.ts";

/** Registers that all tabs and the server follow an update. */
export function testUpdateEverywhere(
  register: UserTest,
  { others, rendersSession, next }: Pick<SessionApp, "others" | "rendersSession" | "next">,
): void {
  register(
    "update() shows the new name in every tab, never “loading” on the way, and the server keeps it",
    async ({ user }) => {
      await user.signInBehindTheScenes("ada");
      const tabs = [
        await user.open("/profile"),
        await user.open(others[0]),
        await user.open(others[1]),
      ] as const;
      await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada Lovelace")));
      const [profile] = tabs;
      const seenBefore = tabs.map((tab) => user.shown(tab).length);

      const requests = await user.countSessionRequests(async () => {
        await saveName(profile, "Countess Ada");
        await expect(noteOf(profile)).toHaveText(/^Saved/);
        await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Countess Ada")));
      });

      const seen = tabs.flatMap((tab, index) => user.shown(tab).slice(seenBefore[index]));
      expect(seen.length).toBeGreaterThanOrEqual(tabs.length);
      expect(seen.filter(({ status }) => status !== "authenticated")).toEqual([]);
      if (rendersSession)
        for (const tab of tabs) expect(user.statuses(tab)).toEqual(["authenticated"]);
      expect(requests).toBe(1);

      await Promise.all(tabs.map((tab) => tab.reload()));
      await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Countess Ada")));
      if (!next) return;
      await profile.goto("/server");
      await expect(profile.locator(next.told)).toHaveText(next.texts("Countess Ada"));
    },
  );
}

export function testUpdate(app: SessionApp): void {
  const { others } = app;
  testUpdateEverywhere(test, app);

  test("update() leaves the name in every tab when the server refuses the new one, and the form says so", async ({
    user,
  }) => {
    await user.signInBehindTheScenes("ada");
    const tabs = [await user.open("/profile"), await user.open(others[1])] as const;
    const [profile] = tabs;
    await saveName(profile, "A".repeat(41));

    await expect(noteOf(profile)).toHaveText(app.refusedName);
    await Promise.all(tabs.map((tab) => expectSignedIn(tab, "Ada Lovelace")));
  });

  test("update() keeps the user signed in when it can't reach the server", async ({
    user,
    authPath,
  }) => {
    await user.signInBehindTheScenes("ada");
    const tab = await user.open("/profile");
    await expectSignedIn(tab, "Ada Lovelace");
    await user.context.route(`**${authPath}/**`, (route) => route.abort());
    await saveName(tab, "Countess Ada");

    await expect(noteOf(tab)).toHaveText(app.failedName);
    await expectSignedIn(tab, "Ada Lovelace");

    await user.context.unroute(`**${authPath}/**`);
    await saveName(tab, "Countess Ada");
    await expectSignedIn(tab, "Countess Ada");
  });
}

async function saveName(profile: Page, name: string): Promise<void> {
  await profile.getByLabel("Name", { exact: true }).fill(name);
  await profile.getByRole("button", { name: "Save the name" }).click();
}

function noteOf(profile: Page) {
  return profile.getByRole("main").getByRole("status");
}
