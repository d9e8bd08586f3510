import { userActs } from "../acts/user-acts.ts";
import { isBusy, isWatched } from "../browser.ts";
import { describeShown, describeTruth, type Page } from "../page.ts";
import { isSessionRequest } from "../server/network.ts";
import type { LawMaker } from "./law.ts";

/** A hello, a lock that is not answered, and the longest way of a request in a fair world. */
const SOON_MS = 2500;
/** So long a page waits for a session that it streams. */
const STREAM_MS = 10_000;

/**
 * A page that nobody sees yet disturbs nobody: it announces nothing, changes no revision, goes
 * nowhere, and asks once. It takes nobody for signed out unless the server has said so, and is right
 * soon after it is shown.
 */
export const preparedPagesAreSilent: LawMaker = (browser, accuse) => {
  const reads = new Map<string, number>();
  const toldNobody = new Set<number>();
  let acts = 0;
  let calls = 0;

  function check(page: Page): void {
    const { number, isPrerendering, alive, sentAway, tab } = page;
    if (!isPrerendering) return;
    const { messages, revisions } = page.said;
    const went = tab.navigations.length;
    const noticed = { messages, revisions, channels: alive.channels, sentAway, went };
    if (Object.values(noticed).some(Boolean)) {
      accuse(`page ${number} is prerendered, and is noticed: ${JSON.stringify(noticed)}`);
    }
  }

  /** What a page shows is right, where nothing has come in between. */
  function checkShown(page: Page, shownAt: number): void {
    const { number, shown, changedAt } = page;
    const isTroubled = browser.network.exchanges.some(
      ({ endedAt = Infinity, fault, outcome }) =>
        endedAt >= shownAt && (fault !== undefined || outcome !== "answered"),
    );
    const isKnown = browser.isOnline && browser.secretAt === undefined && !shown.error;
    const isAlone = isWatched(page) && changedAt === shownAt && !browser.pages.some(isBusy);
    const expected = describeTruth(browser.truth());
    if (isTroubled || !isKnown || !isAlone || describeShown(shown) === expected) return;
    const afterMs = browser.now() - shownAt;
    accuse(
      `page ${number} shows ${describeShown(shown)} ${afterMs} ms after it is shown: ${expected}`,
    );
  }

  return {
    beforeAct(name) {
      acts += 1;
      if (Object.hasOwn(userActs, name)) calls += 1;
      browser.pages.forEach(check);
    },
    afterPause: () => browser.pages.forEach(check),
    onSent(exchange) {
      const page = browser.pages[exchange.tab];
      if (!page?.isPrerendering) return;
      const { number, changedAt } = page;
      if (!exchange.what.startsWith("GET")) accuse(`page ${number} makes ${exchange.what} unseen`);
      if (!isSessionRequest(exchange)) return;
      // Each time that somebody subscribes, as a call does where nobody else has.
      const key = `${number} since ${changedAt}`;
      const count = (reads.get(key) ?? 0) + 1;
      reads.set(key, count);
      if (count > 1 + calls) accuse(`page ${number} is prerendered, and reads ${count} times`);
    },
    onEnded({ tab, outcome, answer }) {
      if (outcome === "answered" && answer?.tells === "nobody") toldNobody.add(tab);
    },
    onPrepared(page, shown) {
      check(page);
      const isTold = toldNobody.has(page.number) || page.rendered === null;
      const isSure = shown.status !== "unauthenticated" || isTold;
      if (!isSure || shown.error) {
        accuse(`page ${page.number} is prerendered, and would show ${describeShown(shown)}`);
      }
    },
    onActivate(page) {
      check(page);
      const [shownAt, actsThen] = [browser.now(), acts];
      // Without a channel pages ask one after the other.
      const { isFair, hasChannel } = browser.scenario;
      if (!isFair || !hasChannel || browser.locks.areHeld) return;
      const waitMs = page.rendered === undefined ? SOON_MS : SOON_MS + STREAM_MS;
      browser.world.clock.schedule(() => {
        if (acts === actsThen) checkShown(page, shownAt);
      }, waitMs);
    },
  };
};
