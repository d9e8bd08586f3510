import { SESSION_COOKIE } from "../server/exchange.ts";
import { isSessionRequest, isSignInOrOut } from "../server/network.ts";
import type { LawMaker } from "./law.ts";

/** How long after somebody has left a page may still learn of them, by a message under way. */
const MESSAGE_MS = 20;
/** The longest way of a message in a fair world, there and back. */
const ROUND_TRIP_MS = 14;
/** An answer may be on its way while the session ends by itself. */
const ANSWER_MS = 2000;

/** How long what was begun before a step of the clock may take. */
const SLEEP_MS = 15_000;

/** So long a page that died in the midst of a sign-in or sign-out holds back the others: it may live. */
const DEAD_MS = 5000;

/** Who was signed in from when on, as the server knows. */
interface Reign {
  readonly user: string | undefined;
  from: number;
  /** The same by the server's clock. */
  readonly fromByServer: number;
  /** When it ends if nothing else ends it, by the server's clock. */
  readonly expiresAt: number;
  /** Whether it came about behind all pages' backs, and none of those that knew another has seen it. */
  isSecret: boolean;
}

/**
 * Law 2, strictly, as a fair world can hold it: what was asked before a sign-in or sign-out changes
 * neither cookies nor pages after it.
 */
export const signOutStays: LawMaker = (browser, accuse) => {
  const reigns: Reign[] = [];
  // Without a channel a page that has just opened cannot learn what others have begun.
  const { isFair, hasChannel, undatedPercent } = browser.scenario;
  /** When an answer that was sent for before a change behind the pages' backs has last undone it. */
  let excusedAt = -1;
  if (!isFair || !hasChannel) return {};

  function note(): void {
    const { person, expiresAt = Infinity } = browser.truth() ?? {};
    const last = reigns.at(-1);
    if (last?.user === person?.id && last?.expiresAt === expiresAt) return;
    const isStillSecret = !!last?.isSecret && last.user === person?.id;
    const isSecret = isStillSecret || browser.secretAt === browser.now();
    const fromByServer = browser.serverNow();
    reigns.push({ user: person?.id, from: browser.now(), fromByServer, expiresAt, isSecret });
  }

  /** A page that has shown somebody else has found out, and tells the others. */
  function reveal(user: string | undefined): void {
    const last = reigns.at(-1);
    if (!last?.isSecret || last.user !== user) return;
    last.isSecret = false;
    last.from = browser.now();
  }

  /**
   * Whether somebody was signed in a moment ago, or is; a sign-out has to be answered first.
   *
   * @param isRendered whether the page was rendered with that session. It may come late, and only a
   *   server's clock ends it
   */
  function wasSignedInLately(user: string, isRendered: boolean): boolean {
    if (browser.network.pending().some(isSignInOrOut)) return true;
    return reigns.some((reign, index) => {
      const next = reigns.slice(index + 1).find(({ isSecret }) => !isSecret);
      // One that ends by itself is over when its time is, and not when that was noticed here.
      const hasExpired = next && !next.user && next.fromByServer >= reign.expiresAt;
      const to = hasExpired ? Infinity : (next?.from ?? Infinity);
      // Without a server's clock nobody knows that before somebody asks.
      const isKnown = undatedPercent === 0 && !isRendered;
      const isOver = isKnown && browser.serverNow() > reign.expiresAt + ANSWER_MS;
      return reign.user === user && to >= browser.now() - MESSAGE_MS && !isOver;
    });
  }

  function isHeldBackByTheDead(): boolean {
    return browser.pages.some(({ state, changedAt, calls }) => {
      const isUnsettled = calls.some(({ outcome }) => !outcome);
      return state === "gone" && isUnsettled && browser.now() - changedAt <= DEAD_MS;
    });
  }

  /** Five seconds, for which reads wait for a sign-in of another page, seem to be over at once. */
  function hasLeapt(): boolean {
    return browser.now() - (browser.steppedForthAt ?? -Infinity) < SLEEP_MS;
  }

  return {
    beforeAct: note,
    afterPause: note,
    onActed: note,
    onEnded: note,
    onArriving(exchange) {
      const { what, answer, cookies, tab, sentAt } = exchange;
      if (!isSessionRequest(exchange) || !answer?.setCookies.has(SESSION_COOKIE)) return;
      if (hasLeapt()) return;
      const { loginOf } = browser.server;
      const current = loginOf(browser.jar.read());
      const isOutdated = loginOf(cookies) !== current;
      const isEffective = loginOf(answer.setCookies) !== current;
      if (!isOutdated || !isEffective) return;
      // What was changed behind all pages' backs, none of them can have aborted for; nor for what
      // an answer that is excused by this has changed.
      // A page that is back asks at once, and learns a round trip later of what others have begun.
      const cameAt = browser.pages[tab]?.changedAt ?? -Infinity;
      const isJustBack = sentAt >= cameAt && sentAt - cameAt < ROUND_TRIP_MS;
      if (isJustBack || sentAt <= Math.max(browser.secretAt ?? -1, excusedAt)) {
        excusedAt = browser.now();
        return;
      }
      const state = browser.pages[tab]?.state;
      accuse(`page ${tab} (${state})'s late ${what} undoes a sign-in or sign-out`);
    },
    onShown(page, before, { status, session, error }) {
      note();
      const knew = before.session || (before.status !== "loading" && !before.error);
      if (knew && status !== "loading" && !error) reveal(session?.user.id);
      // Beside an error, what is shown says itself that it may be outdated.
      if (error) return;
      if (!session || before.session?.user.id === session.user.id) return;
      const isExcused = isHeldBackByTheDead() || hasLeapt();
      const isRendered = page.rendered?.expires === session.expires;
      if (!wasSignedInLately(session.user.id, isRendered) && !isExcused) {
        const again = browser.pages.filter((it) => browser.now() - it.changedAt < MESSAGE_MS);
        const isOver = browser.serverNow() > Date.parse(session.expires);
        const end = isOver ? ", whose session is over" : "";
        const how = again.length
          ? `, with page ${again.map(({ number }) => number).join()} just back`
          : "";
        accuse(`page ${page.number} shows ${session.user.name}, who has left${how}${end}`);
      }
    },
  };
};
