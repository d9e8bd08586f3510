import type { Page } from "@playwright/test";
import { expectUser, signIn, signOut } from "./tabs.ts";
import { letTimePass, test, type World } from "./world.ts";

/** Opens a page of next-auth beside one of Sojourn. */
async function openBoth(world: World, version: string): Promise<[peer: Page, ours: Page]> {
  return [await world.open(`/next-auth-${version}.html`), await world.open("/react.html")];
}

/** By a page load, as sign-ins mostly are; next-auth tells nobody of one that stays on the page. */
async function signInWithRedirect(tab: Page, username: string, password: string): Promise<void> {
  // v4 dates its messages in seconds, and browsers tell nobody of what is stored already: two
  // messages of one second are one.
  await letTimePass(1000);
  const loaded = tab.waitForEvent("load");
  await tab.evaluate((credentials) => void window.lab.client.signIn("credentials", credentials), {
    username,
    password,
  });
  await loaded;
}

for (const version of ["v4", "v5"] as const) {
  test.describe(`beside a tab that runs next-auth/react ${version}`, () => {
    test.use({ dialect: version });

    test("a sign-in with Sojourn reaches it", async ({ world }) => {
      const [peer, ours] = await openBoth(world, version);
      await expectUser([peer, ours], null);
      await signIn(ours, "ada");
      await expectUser([peer, ours], "ada");
    });

    test("a sign-out with Sojourn reaches it", async ({ world }) => {
      await world.signInBehindTheScenes("ada");
      const [peer, ours] = await openBoth(world, version);
      await expectUser([peer, ours], "ada");
      await signOut(ours);
      await expectUser([peer, ours], null);
    });

    test("its sign-in with a page load reaches Sojourn", async ({ world }) => {
      const [peer, ours] = await openBoth(world, version);
      await expectUser([peer, ours], null);
      await signInWithRedirect(peer, "ada", "lovelace");
      await expectUser([peer, ours], "ada");
    });

    test("its sign-in as another user reaches Sojourn", async ({ world }) => {
      await world.signInBehindTheScenes("ada");
      const [peer, ours] = await openBoth(world, version);
      await expectUser([peer, ours], "ada");
      await signInWithRedirect(peer, "grace", "hopper");
      await expectUser([peer, ours], "grace");
    });

    test("its sign-out reaches Sojourn", async ({ world }) => {
      await world.signInBehindTheScenes("ada");
      const [peer, ours] = await openBoth(world, version);
      await expectUser([peer, ours], "ada");
      await signOut(peer);
      await expectUser([peer, ours], null);
    });
  });
}
