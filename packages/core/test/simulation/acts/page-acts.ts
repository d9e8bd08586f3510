import { openPages } from "../browser.ts";
import { createStream } from "../streams.ts";
import { pick, type Act } from "./act.ts";

const MOST_PAGES = 5;

/** What happens to pages. */
export const pageActs = {
  open: {
    weight: 4,
    isFair: true,
    prepares: true,
    run(browser) {
      if (openPages(browser).length < MOST_PAGES) browser.open();
    },
  },
  "open, with a session that streams in": {
    weight: 4,
    isFair: true,
    prepares: true,
    run(browser, _, value) {
      if (openPages(browser).length >= MOST_PAGES) return;
      browser.open(value % 5 === 0, createStream(browser.server.render(browser.jar.read()), value));
    },
  },
  "open, prerendered": {
    weight: 3,
    isFair: true,
    prepares: true,
    run(browser) {
      if (openPages(browser).length < MOST_PAGES) browser.open(true);
    },
  },
  "show what is prerendered": {
    weight: 6,
    isFair: true,
    prepares: true,
    run(browser, _, value) {
      const prepared = openPages(browser).filter(({ isPrerendering }) => isPrerendering);
      if (prepared.length) pick(prepared, value).activate();
    },
  },
  close: { weight: 2, isFair: true, prepares: true, run: (browser, page) => browser.close(page) },
  crash: { weight: 2, isFair: false, prepares: true, run: (browser, page) => browser.crash(page) },
  hide: { weight: 3, isFair: true, run: (_, { tab }) => tab.hide() },
  "show, with focus": { weight: 6, isFair: true, run: (_, { tab }) => tab.show() },
  freeze: { weight: 3, isFair: false, run: (_, page) => page.freeze() },
  "go into the page cache": { weight: 4, isFair: true, run: (_, page) => page.leave() },
  "wake up": { weight: 8, isFair: true, wakes: true, run: (_, page) => page.wake() },
  "look away": {
    weight: 3,
    isFair: true,
    prepares: true,
    run: (_, page) => page.unobserve(),
  },
  "look again": {
    weight: 5,
    isFair: true,
    prepares: true,
    run: (_, page) => page.observe(),
  },
} satisfies Record<string, Act>;
