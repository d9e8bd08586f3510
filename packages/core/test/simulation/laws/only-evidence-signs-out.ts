import { isWatched } from "../browser.ts";
import type { Page } from "../page.ts";
import type { LawMaker } from "./law.ts";

/** Nobody sees "loading" for longer. */
const LONGEST_LOADING_MS = 11_000;

/** So long after its end a session is over, whatever holds up the read that asks about it. */
const LAST_WORD_MS = 15_000;

/** The longest way of a request; see `Fault`. */
const LONGEST_REQUEST_MS = 14_000;

/** Law 1: only an answer of the server, the session's end or a sign-out lead out of a session. */
export const onlyEvidenceSignsOut: LawMaker = (browser, accuse) => {
  /** By the server's clock, like the time at which the session that is shown was sent. */
  let lastEvidenceAt = -Infinity;
  const { maxAge, isFair } = browser.scenario;
  const awayAt = new Map<Page, number>();

  return {
    onActed({ what, answer, fault }) {
      const isSignOut = what === "POST signout" && answer?.isAccepted;
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
      // An end that no server's clock has confirmed is a reason to ask, and no evidence.
      const isConfirmed = browser.server.sent.get(JSON.stringify(before.session))?.has(true);
      const isOver = isConfirmed && browser.serverNow() >= expiresAt;
      // A clock that is set forth looks like sleep: the end has come where the server cannot be
      // asked, or does not answer in time.
      const sinceStepMs = browser.now() - (browser.steppedForthAt ?? Infinity);
      const isUnanswered = after.error !== undefined || sinceStepMs >= LAST_WORD_MS;
      const isOverByTheWall = isConfirmed && sinceStepMs >= 0 && isUnanswered;
      // Where requests overlap mutations, the session may have been asked for before the evidence.
      const sentAt = expiresAt - maxAge * 1000 - (isFair ? 0 : LONGEST_REQUEST_MS);
      const isNewer = lastEvidenceAt >= sentAt;
      // The server has rendered a page for nobody.
      const isRendered = page.rendered === null;
      // A page that has opened since the clock was set back is behind the others until it receives
      // their messages.
      const isTold = isNewer || isRendered || (!isFair && browser.steppedBackAt !== undefined);
      // What is forged well is believed, until somebody asks.
      if (browser.floodedAt !== undefined) return;
      if (!isOver && !isOverByTheWall && !isTold) {
        accuse(`page ${page.number} signs ${before.session.user.name} out without evidence`);
      }
    },
    onAway(page) {
      awayAt.set(page, browser.now());
    },
    afterPause() {
      for (const page of browser.pages) {
        const { shown, changedAt, number } = page;
        const loadingMs = browser.now() - Math.max(shown.at, changedAt);
        if (isWatched(page) && shown.status === "loading" && loadingMs > LONGEST_LOADING_MS) {
          accuse(`page ${number} has been loading for ${loadingMs} ms`);
        }
      }
    },
  };
};
