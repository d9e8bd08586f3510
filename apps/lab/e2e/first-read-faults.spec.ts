import { type FaultName, faults } from "../server/faults.ts";
import { expectError, expectNoError, expectUser, sightsOf } from "./tabs.ts";
import { expect, test, type World } from "./world.ts";

const MOST_LOADING_MS = 11_000;

/** Opens a page that suffers from this at its first read, until it says so. */
async function expectRecovery(world: World, name: FaultName, isOffline = false): Promise<void> {
  const { context, server } = world;
  await world.signInBehindTheScenes("ada");
  server.fault = faults[name];
  const tab = await world.open("/pages/core.html");
  await context.setOffline(isOffline);
  await expectError([tab]);
  server.fault = undefined;
  await context.setOffline(false);
  await expectNoError([tab]);
  await expectUser([tab], "ada");

  const [first, next] = await sightsOf(tab);
  const loadingMs = next!.at - first!.at;
  const title = isOffline ? "offline" : name;
  console.log(`${title} at first: "loading" for ${loadingMs.toFixed(0)} ms`);
  expect(first, title).toMatchObject({ status: "loading", error: null });
  expect(loadingMs, title).toBeLessThanOrEqual(MOST_LOADING_MS);
}

test("whatever a first read meets, 'loading' ends within 11 s, and the page recovers by itself", async ({
  createWorld,
}) => {
  test.slow();
  const names = Object.keys(faults) as FaultName[];
  await Promise.all([
    ...names.map(async (name) => expectRecovery(await createWorld(), name)),
    // The page itself has to come before the connection goes.
    createWorld().then((world) => expectRecovery(world, "hang", true)),
  ]);
});
