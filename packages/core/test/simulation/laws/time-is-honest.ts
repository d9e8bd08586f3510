import { isWatched } from "../browser.ts";
import type { LawMaker } from "./law.ts";

/**
 * At its end a session is asked for once: behind another tab's mutation (5 s), behind another tab's
 * read that takes the lock (10 s), with a request that may time out (10 s), and by clocks that count
 * seconds.
 */
const SLACK_MS = 27_000;

/** Law 7: no page shows a session after its end. That none ends early, law 1 sees to. */
export const timeIsHonest: LawMaker = (browser, accuse) => ({
  afterPause() {
    for (const page of browser.pages.filter(isWatched)) {
      const { session } = page.sight;
      // While a page's own mutation is under way, reads wait for it.
      const lastEnd = Math.max(
        page.changedAt,
        ...page.calls.map(({ endedAt = Infinity }) => endedAt),
      );
      if (!session || lastEnd === Infinity) continue;
      const overdueMs = Math.min(
        browser.serverNow() - Date.parse(session.expires),
        browser.now() - lastEnd,
      );
      if (overdueMs > SLACK_MS) {
        const state = [browser.isOnline ? "online" : "offline", page.sight.error ?? "no error"];
        if (browser.areLocksHeld) state.push("locks held");
        if (page.wasFrozen) state.push("was frozen");
        accuse(
          `page ${page.number} shows ${session.user.name} ${overdueMs} ms after the end: ${state.join(", ")}`,
        );
      }
    }
  },
});
