import { expect } from "vitest";
import { type FaultName, faults } from "../../server/faults.ts";
import { expectError, expectUser, shownIn, takeOffline } from "../tabs.ts";
import { letTimePass } from "../until.ts";
import type { World } from "../world.ts";
import type { Rule } from "./rule.ts";

/** The first retry comes after 6 s at most. */
const FIRST_RETRY_MS = 7000;
/** It is 11 s on a machine that does nothing else. */
const MOST_LOADING_MS = 15_000;

/** Opens a page that suffers from this at its first read, until it says so. */
async function expectRecovery(world: World, name: FaultName, isOffline = false): Promise<string> {
  const { server } = world;
  await world.signInBehindTheScenes("ada");
  server.fault = faults[name];
  const tab = await world.open("/core.html");
  // The page itself has to come before the connection goes.
  if (isOffline) await takeOffline(tab);
  await expectError([tab]);
  server.fault = undefined;
  if (isOffline) {
    const countAsked = (): Promise<number> => tab.evaluate(() => window.asked.length);
    const asked = await countAsked();
    await letTimePass(FIRST_RETRY_MS);
    expect(await countAsked(), "no retry while the page is offline").toBe(asked);
    await tab.setOffline!(false);
  }
  await expectError([tab], false);
  await expectUser([tab], "ada");

  const [first, next] = await shownIn(tab);
  const loadingMs = next!.at - first!.at;
  expect(first, name).toMatchObject({ status: "loading", error: null });
  expect(loadingMs, name).toBeLessThanOrEqual(MOST_LOADING_MS);
  return `${isOffline ? "offline" : name} ${loadingMs.toFixed(0)}`;
}

/** Whatever happens to a first read is shown, and got over. */
export const firstReadFaults: Rule[] = [
  {
    name: "whatever a first read meets, 'loading' ends, and the page recovers by itself",
    async run({ createWorld, note }) {
      const names = Object.keys(faults) as FaultName[];
      const ends = names.map(async (name) => expectRecovery(await createWorld(), name));
      note(`"loading" for ms: ${(await Promise.all(ends)).join(", ")}`);
    },
  },
  {
    name: "a page that is offline before its first answer asks nothing more until it is back, and recovers",
    needs: ["offline"],
    async run({ world }) {
      await expectRecovery(world, "hang", true);
    },
  },
];
