import type { Page } from "../page.ts";
import { type Exchange, isSessionRequest, isSignInOrOut } from "../server/network.ts";
import type { LawMaker } from "./law.ts";

/** After the last look all is kept for a second, and a lock until others have the outcome. */
const LINGER_MS = 1050;

/** How long a schema may take. */
const SCHEMA_MS = 10_000;

/** Law 8: nothing is alive that nobody looks at. A page in the page cache keeps nothing that is shared. */
export const nothingIsAliveUnobserved: LawMaker = (browser, accuse) => {
  /** When pages have last signed out, by themselves too where a cookie came back, and read what then is. */
  const signedAt = new Map<number, number>();

  function isOfSignOut(exchange: Exchange): boolean {
    return isSignInOrOut(exchange) || exchange.sentAt <= (signedAt.get(exchange.tab) ?? -1);
  }

  /** When the last read of a page has ended that was begun before it had to be still. */
  function lastReadSince(number: number, idleAt: number): number {
    const reads = browser.network.exchanges.filter(
      (it) => it.tab === number && isSessionRequest(it) && it.sentAt <= idleAt + LINGER_MS,
    );
    return reads.at(-1)?.endedAt ?? (reads.length ? Infinity : -1);
  }

  function check(page: Page): void {
    const { number, alive, calls, state, isObserved, changedAt } = page;
    const pending = browser.network.pending(number);
    const signed = pending.some(isOfSignOut) ? Infinity : (signedAt.get(number) ?? 0);
    const idleAt = Math.max(changedAt, ...calls.map(({ endedAt = Infinity }) => endedAt));
    // A page that has learned too late of a sign-out asks whether the cookie has come back.
    const confirmed = browser.scenario.isFair ? -1 : lastReadSince(number, idleAt);
    const lastEnd = Math.max(idleAt, signed, confirmed);
    // What another page has said waits for a schema that hangs, and is dropped in its own time.
    const { hungUntil } = browser.schemas;
    const isWaiting = browser.now() < hungUntil + SCHEMA_MS;
    const kept = Object.entries(alive).filter(([kind]) => !isWaiting || kind !== "timers");
    const isIdle = state === "running" && !isObserved && browser.now() > lastEnd + LINGER_MS;
    const { channels, locks } = alive;
    if (state === "cached" && (channels || locks || pending.some(isSessionRequest))) {
      accuse(`page ${number} has ${JSON.stringify({ ...alive, pending })} in the page cache`);
    }
    if (isIdle && (kept.some(([, count]) => count) || pending.length)) {
      accuse(`page ${number} has ${JSON.stringify({ ...alive, pending })}, and nobody looks`);
    }
  }
  const checkAll = (): void => browser.pages.forEach(check);
  return {
    afterPause: checkAll,
    atEnd: checkAll,
    onEnded(exchange) {
      if (isOfSignOut(exchange)) signedAt.set(exchange.tab, browser.now());
    },
  };
};
