import { perform } from "./acts/acts.ts";
import { isWatched, openPages, type Browser } from "./browser.ts";
import { combineWatchers, type Watcher } from "./laws/law.ts";
import { laws } from "./laws/laws.ts";
import { narrate } from "./narrate.ts";
import { describeShown, describeTruth } from "./page.ts";
import { openBrowser } from "./open-browser.ts";
import type { Scenario } from "./scenario.ts";
import type { Exchange } from "./server/network.ts";

/** Laws are checked at least so often, in milliseconds. */
const CHECK_MS = 5000;
/** A mutation may try twice what times out. */
const LONGEST_CALL_MS = 70_000;
/** The longest way back from a failure: a `Retry-After`, and a minute of backoff. */
const RECOVERY_MS = 95_000;
/** The same where a server or a script has asked for more than anybody obeys: five minutes at most. */
const LONG_RECOVERY_MS = 370_000;
const POLLED_INTERVALS = 4;
const OUTAGE_MS = 60_000;

function isForDay({ fault }: Exchange): boolean {
  return fault === "error 503 for a day";
}

/** Shows at a glance what every page shows. */
function describe(browser: Browser): string {
  const pages = openPages(browser).map(({ number, state, isObserved, isPrerendering, shown }) => {
    const isUnseen = !isObserved || isPrerendering;
    const how = state !== "running" ? ` ${state}` : isUnseen ? " unseen" : "";
    return `${number}${how}: ${describeShown(shown)}`;
  });
  return `${pages.join(" | ")}   cookie: ${describeTruth(browser.truth())}`;
}

/**
 * Lets a scenario happen, and then lets it calm down.
 *
 * @returns the browser as it is in the end
 * @throws Error if a law was broken; its message is the whole run, for people to read
 */
export async function simulate(scenario: Scenario): Promise<Browser> {
  const violations: string[] = [];
  const watchers: Partial<Watcher>[] = [];
  const watcher = combineWatchers(watchers);
  const browser = openBrowser(scenario, watcher);
  const { clock } = browser.world;

  function accuse(law: string, what: string): void {
    violations.push(`law ${law}: ${what}`);
    browser.timeline.add(`!! law ${law}: ${what}`);
  }

  async function pass(ms: number): Promise<void> {
    for (let left = ms, isFirst = true; left > 0 || isFirst; left -= CHECK_MS, isFirst = false) {
      await clock.advance(Math.min(left, CHECK_MS));
      for (const page of openPages(browser)) if (isWatched(page)) page.look();
      watcher.afterPause();
      if (violations.length) throw new Error(`${violations.join("\n")}\n\n${browser.timeline}`);
    }
    browser.timeline.add(describe(browser));
  }

  async function happen(): Promise<void> {
    for (let count = 0; count < scenario.pages; count++) browser.open();
    await pass(0);
    for (const { act, page, value, pauseMs } of scenario.steps) {
      watcher.beforeAct(act);
      perform(browser, act, page, value);
      await pass(0);
      watcher.afterAct(act);
      await pass(pauseMs);
    }
  }

  /** Without faults, pages agree within some time; where nobody could tell them, once one has asked. */
  async function settle(): Promise<void> {
    browser.calmDown();
    await pass(LONGEST_CALL_MS);
    const isLong = scenario.isForged || browser.network.exchanges.some(isForDay);
    await pass(isLong ? LONG_RECOVERY_MS : RECOVERY_MS);
    if (browser.secretAt !== undefined) {
      const asking = scenario.hasChannel ? openPages(browser).slice(0, 1) : openPages(browser);
      for (const page of asking) page.call("getSession()", page.client.getSession());
      await pass(CHECK_MS);
    }
    watcher.atCalm();
    await pass(0);
  }

  async function end(): Promise<void> {
    await pass(POLLED_INTERVALS * 1000 * (scenario.refetchInterval || 10));
    watcher.afterPolls(POLLED_INTERVALS);
    browser.network.outage = "error 500";
    await pass(OUTAGE_MS);
    watcher.afterOutage(OUTAGE_MS);
    for (const page of openPages(browser)) page.unobserve();
    await pass(2000);
    watcher.atEnd();
    await pass(0);
  }

  const onUnhandled = (error: unknown): void =>
    accuse("of all code", `unhandled: ${String(error)}`);
  process.on("unhandledRejection", onUnhandled);
  try {
    watchers.push(narrate(browser));
    for (const [name, make] of Object.entries(laws)) {
      watchers.push(make(browser, (what) => accuse(name, what)));
    }
    await happen();
    await settle();
    await end();
  } finally {
    process.off("unhandledRejection", onUnhandled);
  }
  return browser;
}
