import { garbageOf } from "../garbage.ts";
import { SESSION_COOKIE } from "../server/exchange.ts";
import { quickFaults, slowFaults } from "../server/faults.ts";
import { people } from "../server/people.ts";
import { pick, type Act } from "./act.ts";
import { flood } from "../flood.ts";

const DAY_MS = 24 * 3600 * 1000;
const latenciesMs = [20, 100, 400, 1000];

/** What happens around the pages: to the device, its connection, its cookies and the server. */
export const worldActs = {
  "lose the connection": {
    weight: 3,
    isFair: true,
    prepares: true,
    run: (browser) => browser.connect(false),
  },
  "get the connection back": {
    weight: 5,
    isFair: true,
    prepares: true,
    run: (browser) => browser.connect(true),
  },
  // Each way once, so that no two pages have clocks that are more than a day apart.
  "clock a day forth": {
    weight: 1,
    isFair: true,
    prepares: true,
    run: (browser) => browser.stepClock(browser.steppedForthAt === undefined ? DAY_MS : 0),
  },
  "clock a day back": {
    weight: 1,
    isFair: true,
    prepares: true,
    run: (browser) => browser.stepClock(browser.steppedBackAt === undefined ? -DAY_MS : 0),
  },
  "change the latency": {
    weight: 5,
    isFair: true,
    prepares: true,
    run({ network }, _, value) {
      network.latencyMs = pick(latenciesMs, value);
    },
  },
  "let the next requests fail": {
    weight: 5,
    isFair: true,
    prepares: true,
    run({ network }, _, value) {
      const fault = pick(quickFaults, value);
      for (let count = value % 4; count >= 0; count--) network.faults.push(fault);
    },
  },
  "let the next requests take long": {
    weight: 5,
    isFair: false,
    prepares: true,
    run: ({ network }, _, value) => void network.faults.push(pick(slowFaults, value)),
  },
  "hold the locks": {
    weight: 1,
    isFair: false,
    prepares: true,
    run: (browser) => browser.locks.hold(),
  },
  "give the locks back": {
    weight: 2,
    isFair: false,
    prepares: true,
    run: (browser) => browser.locks.giveBack(),
  },
  "let the locks hang": {
    weight: 2,
    isFair: true,
    prepares: true,
    run: (browser) => browser.locks.hang(),
  },
  "let the locks answer": {
    weight: 3,
    isFair: true,
    prepares: true,
    run: (browser) => browser.locks.answer(),
  },
  "let the schemas hang": {
    weight: 2,
    isFair: false,
    prepares: true,
    run: (browser) => browser.schemas.hang(),
  },
  "let the schemas answer": {
    weight: 3,
    isFair: false,
    prepares: true,
    run: (browser, _, value) => browser.schemas.answer(value % 2 === 0),
  },
  "end the session on the server": {
    weight: 1,
    isFair: true,
    prepares: true,
    run(browser) {
      browser.server.revoke(browser.jar.read());
      browser.keepSecret();
    },
  },
  "clear the cookies": {
    weight: 1,
    isFair: true,
    prepares: true,
    run(browser) {
      browser.jar.clear();
      browser.keepSecret();
    },
  },
  "sign in on another page of the site": {
    weight: 1,
    isFair: true,
    prepares: true,
    run(browser, _, value) {
      const token = browser.server.signIn(pick(people, value));
      browser.jar.apply(new Map([[SESSION_COOKIE, token]]));
      browser.keepSecret();
    },
  },
  "let the next redirect be hostile": {
    weight: 2,
    isFair: true,
    prepares: true,
    run({ server }) {
      server.hostileRedirects += 1;
    },
  },
  "send garbage": {
    weight: 4,
    isFair: true,
    prepares: true,
    run(browser, _, value) {
      const garbage = garbageOf(browser.world.hub.posted, value);
      for (const name of browser.channelNames()) browser.inject(name, garbage);
    },
  },
  "flood the channels": {
    weight: 6,
    isFair: false,
    isForgery: true,
    prepares: true,
    run: (browser, _, value) => flood(browser, value),
  },
} satisfies Record<string, Act>;
