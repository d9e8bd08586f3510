import { isWatched } from "../browser.ts";
import type { Page } from "../page.ts";
import type { LawMaker } from "./law.ts";

/** `getSession()` waits for two requests, or their time, whatever hangs. */
const LONGEST_CALL_MS = 21_000;
/** Another tab's mutation (5 s), its lock (11 s), one that is not answered (1 s), a request (10 s). */
const SLACK_MS = 35_000;
const LATEST_POLL = 1.1;

/** No read waits for ever: a page that polls has read a while later, or shows an error. */
export const noReadWaitsForEver: LawMaker = (browser, accuse) => {
  const { refetchInterval, maxAge } = browser.scenario;
  const intervalMs = refetchInterval * 1000 * LATEST_POLL;
  let cutAt = 0;

  function checkCalls({ number, state, wasFrozen, calls }: Page): void {
    if (state !== "running" || wasFrozen) return;
    for (const { name, startedAt, endedAt } of calls) {
      const waitMs = browser.now() - startedAt;
      if (name.startsWith("getSession(") && endedAt === undefined && waitMs > LONGEST_CALL_MS) {
        accuse(`page ${number} waits for getSession() for ${waitMs} ms`);
      }
    }
  }

  /** Since when nothing has kept a page from reading. */
  function freeSince({ number, changedAt, calls }: Page): number {
    const own = calls.map(({ endedAt = Infinity }) => endedAt);
    const others = browser.pages.filter((page) => page.number !== number);
    const begun = others.flatMap((page) => page.calls.map(({ startedAt }) => startedAt));
    return Math.max(changedAt, cutAt, browser.floodedUntil ?? 0, ...own, ...begun);
  }

  function checkPolls(page: Page): void {
    const { number, shown } = page;
    if (!isWatched(page) || !browser.isOnline || !shown.session || shown.error) return;
    const stamp = Date.parse(shown.session.expires) - maxAge * 1000;
    const waitMs = Math.min(browser.serverNow() - stamp, browser.now() - freeSince(page));
    if (waitMs > intervalMs + SLACK_MS) accuse(`page ${number} has not read for ${waitMs} ms`);
  }

  return {
    afterPause() {
      if (!browser.isOnline) cutAt = browser.now();
      for (const page of browser.pages) {
        checkCalls(page);
        if (refetchInterval) checkPolls(page);
      }
    },
  };
};
