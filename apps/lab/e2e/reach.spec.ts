import type { Page } from "@playwright/test";
import { expectUser, signIn, signOut, sightsOf } from "./tabs.ts";
import { expect, test } from "./world.ts";

/** When the last of these tabs began to show what it shows now. */
async function lastArrival(tabs: Page[]): Promise<number> {
  const sights = await Promise.all(tabs.map(sightsOf));
  return Math.max(...sights.map((all) => all.at(-1)!.at));
}

test("a sign-in and a sign-out reach 10 tabs within 300 ms, with one session request each", async ({
  world,
}) => {
  const tabs = await world.openTabs(10, "/pages/core.html");
  await expectUser(tabs, null);

  async function measure(name: string, user: string | null, act: () => Promise<number>) {
    let calledAt = 0;
    const reads = await world.countReads(async () => {
      calledAt = await act();
      await expectUser(tabs, user);
    });
    const reachMs = (await lastArrival(tabs)) - calledAt;
    console.log(`10 tabs, ${name}: all within ${reachMs.toFixed(0)} ms, ${reads} session requests`);
    expect(reachMs).toBeLessThan(300);
    expect(reads).toBeLessThanOrEqual(1);
  }

  await measure("sign-in", "ada", () => signIn(tabs[0], "ada"));
  await measure("sign-in of another user", "grace", () => signIn(tabs[9]!, "grace"));
  await measure("sign-out", null, () => signOut(tabs[5]!));
});
