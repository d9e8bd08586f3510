import { createMemoryWorld } from "../../src/environment/memory.ts";
import { openPages, type Browser } from "./browser.ts";
import { createLocks } from "./locks.ts";
import { openPage } from "./open-page.ts";
import type { Page, PageWatcher } from "./page.ts";
import { createRandom } from "./random.ts";
import type { Scenario } from "./scenario.ts";
import { createSchemas } from "./schemas.ts";
import { createCookieJar } from "./server/cookie-jar.ts";
import { SESSION_COOKIE } from "./server/exchange.ts";
import { createModelServer } from "./server/model-server.ts";
import { createNetwork, type Exchange, type NetworkWatcher } from "./server/network.ts";
import { people } from "./server/people.ts";
import { createDatabaseStrategy, createJwtStrategy } from "./server/session-strategy.ts";
import { createTimeline } from "./timeline.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const STARTS_AT = Date.UTC(2026, 0);
const CALM_LATENCY_MS = 20;

/** Opens a browser for a scenario, with somebody signed in where it says so, and no page yet. */
export function openBrowser(scenario: Scenario, watcher: PageWatcher & NetworkWatcher): Browser {
  const { seed, strategy, dialect, says401, maxAge, refetchInterval } = scenario;
  const { hasChannel, hasLocks, hasStorage, clockOffMs, undatedPercent } = scenario;
  const random = createRandom(seed);
  const dateRandom = createRandom(seed + 1);
  const prerendered = new Set<Exchange>();
  const pages: Page[] = [];
  let isInjecting = false;
  let isCalm = false;

  const world = createMemoryWorld({
    startAt: STARTS_AT + clockOffMs,
    random,
    hasChannel,
    hasLocks,
    hasStorage,
    messageDelayMs() {
      if (isInjecting) return 0;
      // What is said later arrives later, also when all has become calm.
      if (scenario.isFair) return scenario.messageDelayMs;
      if (isCalm) return 0;
      if (random() * 100 < scenario.lossPercent) {
        browser.keepSecret();
        timeline.add("a message is lost");
        return Infinity;
      }
      return random() * scenario.messageDelayMs;
    },
  });
  const { clock } = world;
  const now = clock.monotonic;
  const schemas = createSchemas(now);
  const serverNow = (): number => STARTS_AT + now();
  const timeline = createTimeline(now);
  const jar = createCookieJar();
  const server = createModelServer({
    strategy: strategy === "jwt" ? createJwtStrategy() : createDatabaseStrategy(),
    dialect,
    maxAgeMs: maxAge * 1000,
    says401,
    now: serverNow,
    isDated: () => dateRandom() * 100 >= undatedPercent,
  });
  const network = createNetwork(clock, jar, server, {
    ...watcher,
    onSent(exchange) {
      if (pages[exchange.tab]?.isPrerendering) prerendered.add(exchange);
      watcher.onSent(exchange);
    },
    onActed(exchange) {
      // It was cut off on its way, and reaches the server after what was asked since.
      if (exchange.outcome === "failed" && exchange.what.startsWith("POST")) browser.keepSecret();
      watcher.onActed(exchange);
    },
    onArriving(exchange) {
      const setCookies = exchange.answer?.setCookies ?? new Map();
      const isMoved = server.loginOf(setCookies) !== server.loginOf(jar.read());
      // A prerendered page learns of no sign-in or sign-out, and so gives up no read for it.
      if (prerendered.has(exchange) && setCookies.has(SESSION_COOKIE) && isMoved)
        browser.keepSecret();
      watcher.onArriving(exchange);
    },
  });
  const person = people[scenario.user];
  if (person) jar.apply(new Map([[SESSION_COOKIE, server.signIn(person)]]));

  const browser: Mutable<Browser> = {
    scenario,
    world,
    server,
    jar,
    network,
    timeline,
    pages,
    open(isPrerendering = false, stream) {
      const number = pages.length;
      const fetch = (url: string, init: RequestInit) => network.send(number, url, init);
      const tab = world.openTab({ fetch, isPrerendering });
      if (!browser.isOnline) tab.goOffline();
      const hasSchema = scenario.schemas === "all" || (scenario.schemas === "some" && number % 2);
      const options = { refetchInterval, stream, ...(hasSchema && { schema: schemas.schema }) };
      const page = openPage(number, tab, clock, options, timeline, {
        ...watcher,
        onNavigated(left) {
          browser.close(left);
          browser.open();
        },
      });
      pages.push(page);
      timeline.add(isPrerendering ? "opens, prerendered" : "opens", number);
      page.observe();
    },
    close(page) {
      if (!page.isPrerendering) page.leave();
      browser.crash(page);
    },
    crash(page) {
      page.crash();
      network.cut(page.number);
    },
    truth: () => server.identify(jar.read()),
    now,
    serverNow,
    connect(isOnline) {
      browser.isOnline = isOnline;
      if (!isOnline) network.cut();
      for (const { tab } of openPages(browser)) {
        if (isOnline) tab.goOnline();
        else tab.goOffline();
      }
    },
    isOnline: true,
    stepClock(ms) {
      clock.step(ms);
      if (ms > 0) browser.steppedForthAt = now();
      if (ms < 0) browser.steppedBackAt = now();
    },
    steppedForthAt: undefined,
    steppedBackAt: undefined,
    locks: createLocks(world.hub),
    schemas,
    channelNames: () => new Set(pages.flatMap((page) => [...page.channelNames])),
    inject(channelName, message) {
      isInjecting = true;
      world.hub.inject(channelName, message);
      isInjecting = false;
    },
    keepSecret() {
      browser.secretAt = now();
    },
    // Without a channel, pages tell no answers: what overlaps a mutation that they learn of late, or
    // the end of a session, they learn when they ask. Without storage too, they learn nothing. And
    // without a server's clock nobody knows when a session ends.
    secretAt:
      (hasChannel || (hasStorage && scenario.isFair && maxAge > 60)) &&
      (!undatedPercent || maxAge > 60)
        ? undefined
        : 0,
    noteFlood(ms) {
      browser.keepSecret();
      browser.floodedAt ??= now();
      browser.floodedUntil = now() + ms;
    },
    floodedAt: undefined,
    floodedUntil: undefined,
    calmDown() {
      timeline.add("» calm down");
      isCalm = true;
      network.latencyMs = CALM_LATENCY_MS;
      network.faults.length = 0;
      server.hostileRedirects = 0;
      browser.locks.giveBack();
      browser.locks.answer();
      schemas.answer(false);
      if (!browser.isOnline) browser.connect(true);
      for (const page of openPages(browser)) {
        page.wake();
        page.activate();
        page.observe();
      }
    },
  };
  return browser;
}
