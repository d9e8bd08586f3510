import { type Feature, takeAway } from "./init-scripts.ts";
import { expectUser, signIn, signOut } from "./tabs.ts";
import { expect, test, type World } from "./world.ts";

/** All that the browser keeps for the origin, but for cookies that scripts cannot read. */
async function readStorage(world: World): Promise<string> {
  const tab = await world.open("/pages/plain.html");
  return tab.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      await indexedDB.databases(),
      await caches.keys(),
      document.cookie,
    ]),
  );
}

const features: Feature[] = ["BroadcastChannel", "Web Locks", "storage"];

for (const missing of [[], ...features.map((feature) => [feature]), features]) {
  const title = missing.length ? `without ${missing.join(", ")}` : "with all that browsers have";
  test(`${title}, all tabs follow each change, and nothing of the session is stored`, async ({
    world,
  }) => {
    test.slow();
    await world.signInBehindTheScenes("ada");
    const path = "/pages/core.html?refetchInterval=1";
    const tabs = await world.openTabs(3, path, (tab) => tab.addInitScript(takeAway, missing));
    await expectUser(tabs, "ada");

    const reads = await world.countReads(async () => {
      await signIn(tabs[1]!, "grace");
      await expectUser(tabs, "grace");
      await signOut(tabs[2]!);
      await expectUser(tabs, null);
    });
    console.log(`${title}: ${reads} session requests for a change of user and a sign-out`);

    await signIn(tabs[0], "alan");
    // Nobody polls for a user who is signed out: a sign-in has to be told, or looked for.
    if (missing === features) for (const tab of tabs) await tab.reload();
    await expectUser(tabs, "alan");
    expect(await readStorage(world)).not.toMatch(/Ada|Grace|Alan|lab\.test/);
  });
}
