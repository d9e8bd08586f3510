import type { Page } from "../page.ts";
import { isSignInOrOut } from "../server/network.ts";
import type { LawMaker } from "./law.ts";

/** How long a schema may take. */
const SCHEMA_MS = 10_000;

/** Law 9: a page that comes back never shows first who has left while it was away. */
export const backButtonIsSafe: LawMaker = (browser, accuse) => {
  const away = new Set<Page>();
  /** Those that another page's sign-in or sign-out has left behind, and whether it had begun before. */
  const behind = new Map<Page, "begun before" | "begun since">();

  return {
    onAway(page) {
      away.add(page);
    },
    onEnded(exchange) {
      const { tab, outcome, answer, fault } = exchange;
      const isDone = outcome === "answered" && !fault && answer?.isAccepted;
      if (!isDone || !isSignInOrOut(exchange)) return;
      const calls = browser.pages[tab]?.calls.filter(({ endedAt }) => endedAt === undefined) ?? [];
      for (const page of away) {
        const isOlder = calls.some(({ startedAt }) => startedAt <= page.changedAt);
        if (page.number !== tab) behind.set(page, isOlder ? "begun before" : "begun since");
      }
    },
    onBack(page) {
      const { session } = page.shown;
      const isOutdated = session?.user.id !== browser.truth()?.person.id;
      const missed = behind.get(page);
      // Its beginning was not received, and its end is told by a read whose schema hangs.
      const isUntold =
        missed === "begun before" &&
        browser.scenario.lossPercent > 0 &&
        browser.now() - browser.schemas.hungUntil < SCHEMA_MS;
      if (session && isOutdated && missed && !isUntold && page.isObserved) {
        accuse(`page ${page.number} comes back with ${session.user.name}, who has left: ${missed}`);
      }
      away.delete(page);
      behind.delete(page);
    },
  };
};
