import { isWatched } from "../browser.ts";
import type { Page } from "../page.ts";
import type { LawMaker } from "./law.ts";

/** Nobody sees "loading" for longer. */
const LONGEST_LOADING_MS = 11_000;

/** Law 1: only the server's word, the session's end or a sign-out lead out of a session. */
export const onlyEvidenceSignsOut: LawMaker = (browser, accuse) => {
  /** By the server's clock, like the time at which the session that is shown was sent. */
  let lastEvidenceAt = -Infinity;
  const awayAt = new Map<Page, number>();

  return {
    onActed({ what, answer, fault }) {
      const isSignOut = what === "POST signout" && answer?.setCookies.size;
      if (fault !== "lost answer" && answer?.tells === "nobody")
        lastEvidenceAt = browser.serverNow();
      if (isSignOut) lastEvidenceAt = browser.serverNow();
    },
    onEnded({ answer, outcome }) {
      if (outcome === "answered" && answer?.tells === "nobody")
        lastEvidenceAt = browser.serverNow();
    },
    onShown(page, before, after) {
      if (!before.session || after.session) return;
      if (after.status === "loading") {
        const wasAway = (awayAt.get(page) ?? -1) >= before.at;
        if (!wasAway) accuse(`page ${page.number} forgets ${before.session.user.name}`);
        return;
      }
      const expiresAt = Date.parse(before.session.expires);
      const isOver = browser.serverNow() >= expiresAt;
      const isOverByTheWall = browser.hasSteppedForth && after.error !== undefined;
      const isTold = lastEvidenceAt >= expiresAt - browser.scenario.maxAge * 1000;
      if (!isOver && !isOverByTheWall && !isTold) {
        const how = browser.hasSteppedBack ? ", with a clock set back" : "";
        accuse(`page ${page.number} signs ${before.session.user.name} out without evidence${how}`);
      }
    },
    onAway(page) {
      awayAt.set(page, browser.now());
    },
    afterPause() {
      for (const page of browser.pages) {
        const { sight, changedAt, number } = page;
        const loadingMs = browser.now() - Math.max(sight.at, changedAt);
        if (isWatched(page) && sight.status === "loading" && loadingMs > LONGEST_LOADING_MS) {
          accuse(`page ${number} has been loading for ${loadingMs} ms`);
        }
      }
    },
  };
};
