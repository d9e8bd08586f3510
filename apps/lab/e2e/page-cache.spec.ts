import type { Page } from "@playwright/test";
import { faults } from "../server/faults.ts";
import { expectUser, signIn, signOut, sightsOf } from "./tabs.ts";
import { expect, test, type World } from "./world.ts";

/** What a page showed in its first frame after it had been restored. */
interface Restored {
  persisted: boolean;
  screen: string;
}

interface PageWithCache extends Window {
  restored?: Restored;
}

/** Opens two tabs of Ada's, and leaves the first for a page without a session. */
async function leavePage(world: World): Promise<[left: Page, other: Page]> {
  await world.signInBehindTheScenes("ada");
  const [left, other] = await world.openTabs(2, "/pages/core.html");
  await expectUser([left, other!], "ada");
  await left.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) =>
      requestAnimationFrame(() => {
        const screen = document.querySelector('[role="status"]')?.textContent ?? "";
        (window as PageWithCache).restored = { persisted, screen };
      }),
    );
    location.href = "/pages/plain.html";
  });
  await expect(left).toHaveTitle("No session at all");
  return [left, other!];
}

async function goBack(tab: Page): Promise<Restored> {
  await tab.evaluate(() => history.back());
  await expect(tab).toHaveTitle(/core/);
  const restored = await tab.waitForFunction(() => (window as PageWithCache).restored);
  return (await restored.jsonValue())!;
}

/** From the moment at which it was left, the tab must not have shown Ada any more. */
async function expectWithoutAda(tab: Page, restored: Restored): Promise<void> {
  expect(restored.persisted).toBe(true);
  expect(restored.screen).not.toBe("Ada Lovelace");
  const users = (await sightsOf(tab)).map(({ user }) => user);
  expect(users.slice(0, 2)).toEqual([null, "Ada Lovelace"]);
  expect(users.slice(2)).not.toContain("Ada Lovelace");
}

test("a page from the back/forward cache never shows the user who has signed out elsewhere", async ({
  world,
}) => {
  const [tab, other] = await leavePage(world);
  await signOut(other);

  const restored = await goBack(tab);
  await expectUser([tab], null);
  await expectWithoutAda(tab, restored);
});

test("… nor does it while the server says nothing, and no other tab is there", async ({
  world,
}) => {
  const [tab, other] = await leavePage(world);
  await signOut(other);
  await other.close();
  world.server.fault = faults.hang;

  const restored = await goBack(tab);
  expect(restored.screen).toBe("loading");
  await expectUser([tab], null);
  await expectWithoutAda(tab, restored);
});

test("a page from the back/forward cache shows the user who has signed in elsewhere", async ({
  world,
}) => {
  const [tab, other] = await leavePage(world);
  await signIn(other, "grace");
  // What the page shows until the server has answered, it shows for some frames.
  await other.close();
  world.server.latencyMs = 300;

  const restored = await goBack(tab);
  await expectUser([tab], "grace");
  await expectWithoutAda(tab, restored);
});

test("a page from the back/forward cache keeps its user on screen if nothing has changed", async ({
  world,
}) => {
  const [tab] = await leavePage(world);

  const reads = await world.countReads(async () => {
    expect(await goBack(tab)).toEqual({ persisted: true, screen: "Ada Lovelace" });
  });

  console.log(`back from the cache: ${reads} session request`);
  expect(reads).toBe(1);
  expect((await sightsOf(tab)).length).toBe(2);
});
