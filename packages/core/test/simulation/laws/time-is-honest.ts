import { isWatched } from "../browser.ts";
import type { LawMaker } from "./law.ts";

/**
 * At its end a session is asked for once, and is over 15 s later whatever holds that up; its last
 * answer may have been on its way for 10 s, and clocks count seconds.
 */
const SLACK_MS = 27_000;

/** Law 7: no page shows a session after its end. That none ends early, law 1 sees to. */
export const timeIsHonest: LawMaker = (browser, accuse) => ({
  afterPause() {
    for (const page of browser.pages.filter(isWatched)) {
      const { session } = page.shown;
      // Without a server's clock nobody knows the end for certain.
      const isDated = session && browser.server.sent.get(JSON.stringify(session));
      if (!session || !isDated || isDated.has(false)) continue;
      const overdueMs = Math.min(
        browser.serverNow() - Date.parse(session.expires),
        browser.now() - page.changedAt,
      );
      if (overdueMs > SLACK_MS) {
        const state = [browser.isOnline ? "online" : "offline", page.shown.error ?? "no error"];
        if (browser.locks.areHeld) state.push("locks held");
        if (page.wasFrozen) state.push("was frozen");
        accuse(
          `page ${page.number} shows ${session.user.name} ${overdueMs} ms after the end: ${state.join(", ")}`,
        );
      }
    }
  },
});
