import { isBusy, isWatched, type Browser } from "../browser.ts";
import { describeShown, type Page } from "../page.ts";
import { isSessionRequest } from "../server/network.ts";
import type { LawMaker } from "./law.ts";

/** What one page shows is on all that can be reached so soon. */
const REACH_MS = 100;
/** A page that is just back may have missed something, and asks for itself. */
const JUST_BACK_MS = 2000;

/** What other pages say has a page ask no more than once in this time. */
const PEER_READ_MS = 1000;

/** Whose session is shown, whatever has failed since. */
function whoIsOn({ shown }: Page): string {
  return describeShown({ ...shown, error: undefined });
}

/** The pages that showed something and were looked at before a change, and still are. */
function reachable({ pages }: Browser, since: number): Page[] {
  return pages.filter((page) => {
    const { shown, changedAt } = page;
    return isWatched(page) && changedAt < since - JUST_BACK_MS && shown.status !== "loading";
  });
}

/**
 * Law 4, as a fair world can hold it: a change is on every reachable page at once, where nothing
 * else has happened meanwhile.
 */
export const changesReachAll: LawMaker = (browser, accuse) => {
  const { isFair, hasChannel } = browser.scenario;
  if (!isFair || !hasChannel) return {};
  let disturbedAt = -Infinity;
  const stamp = new Map<number, number>();

  function disturb(): void {
    disturbedAt = browser.now();
  }

  return {
    beforeAct: disturb,
    afterAct: disturb,
    onNavigated: disturb,
    onSent(exchange) {
      if (isSessionRequest(exchange)) stamp.set(exchange.tab, browser.now());
    },
    onShown(page, _, after) {
      const { at } = after;
      const isBegun = browser.pages.some(isBusy);
      disturb();
      if (after.error || after.status === "loading" || isBegun) return;
      // What a page was rendered with it has from no answer, so it announces nothing.
      const { rendered } = page;
      if (rendered !== undefined && rendered?.expires === after.session?.expires) return;
      browser.world.clock.schedule(() => {
        // A page that has opened since the clock was set back is behind the others until it receives
        // their messages.
        const isBehind = browser.steppedBackAt !== undefined;
        // Of mutations that overlap, only the server can tell which came last.
        const isAsking = browser.network.pending().some(isSessionRequest);
        if (
          disturbedAt > at ||
          browser.locks.areHung ||
          isBehind ||
          isAsking ||
          browser.pages.some(isBusy)
        )
          return;
        for (const other of reachable(browser, at)) {
          const [shown, expected] = [whoIsOn(other), whoIsOn(page)];
          const triedAt = Math.max(stamp.get(other.number) ?? -Infinity, other.said.lockAt);
          const hasJustAsked = triedAt > at - PEER_READ_MS;
          if (shown === expected || hasJustAsked) continue;
          accuse(
            `page ${other.number} still shows ${shown}, ${REACH_MS} ms after page ${page.number} shows ${expected}`,
          );
        }
      }, REACH_MS);
    },
  };
};
