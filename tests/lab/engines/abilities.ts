import type { Ability, Engine, Tab } from "./drivers/driver.ts";
import { embed } from "./embed.ts";
import { openUnattached } from "./rules/unattached.ts";
import { until } from "./until.ts";
import { untilTitle, type World } from "./world.ts";

/** Where a page is prerendered at all, it begins at once. */
const PRERENDERING_MS = 10_000;

/** Tries what an engine is said not to be able to do, as far as that can be tried. */
export const abilities: Record<Ability, (world: World, engine: Engine) => Promise<boolean>> = {
  async prerendering(world, engine) {
    if (!engine.launchUnattached) {
      return world.plain.evaluate(() => "prerendering" in document);
    }
    const unattached = await openUnattached(engine, world);
    world.server.remote.order({ type: "prerender", url: "/pages/prerendered.html" });
    const isThere = () => unattached.reportsOf("prerendered", "loaded").length > 0;
    const seen = await until("a page is prerendered", isThere, PRERENDERING_MS).then(
      () => true,
      () => false,
    );
    await unattached.close();
    return seen;
  },
  offline: async ({ plain }) => !!plain.setOffline,
  async "partitioned cookies"(world) {
    const frame = await embed(world, "SameSite=None; Secure; Partitioned");
    return (await frame.tell("look")) === "partitioned";
  },
  "storage access": async ({ plain }) => plain.evaluate(() => "requestStorageAccess" in document),
  freezing: async ({ plain }) => !!plain.setFrozen,
  async "hidden tabs"({ open }) {
    const tab = await open("/pages/plain.html", { isHidden: true });
    await open("/pages/plain.html", { isHidden: true });
    return (await tab.evaluate(() => document.visibilityState)) === "hidden";
  },
  "page cache": ({ open }) => isKept(open),
  "page cache during requests": ({ open, server }) =>
    isKept(open, async (tab) => {
      const held = server.hold("GET csrf");
      await tab.evaluate(() => {
        const aborting = new AbortController();
        addEventListener("pagehide", () => aborting.abort());
        fetch("/api/auth/csrf", { signal: aborting.signal }).catch(() => {});
      });
      await held.arrived;
    }),
};

/** Whether a page is still there when the user comes back. */
async function isKept(
  open: World["open"],
  prepare?: (tab: Tab) => Promise<void>,
): Promise<boolean> {
  const tab = await open("/core.html");
  await prepare?.(tab);
  await tab.evaluate(() => {
    Object.assign(window, { isOld: true });
    setTimeout(() => location.assign("/pages/plain.html"));
  });
  await untilTitle(tab, /No session at all/);
  await tab.evaluate(() => void setTimeout(() => history.back()));
  await untilTitle(tab, /core/);
  await until("the page is there", () => tab.evaluate(() => !!window.lab));
  return tab.evaluate(() => "isOld" in window);
}
