import type { Browser } from "./browser.ts";
import { describeShown, type Page } from "./page.ts";
import type { Watcher } from "./laws/law.ts";
import { SESSION_COOKIE } from "./server/exchange.ts";

/** Tells of all requests and cookies in the timeline. */
export function narrate({ timeline, server }: Browser): Partial<Watcher> {
  function nameLogin(cookies: ReadonlyMap<string, string | undefined>): string {
    const login = server.loginOf(cookies);
    return login === undefined ? "no cookie" : `cookie ${login}`;
  }

  const prepared = new Map<Page, string>();

  return {
    onPrepared(page, shown) {
      const what = describeShown(shown);
      if (prepared.get(page) !== what) timeline.add(`would show ${what}`, page.number);
      prepared.set(page, what);
    },
    onSent({ what, cookies, tab, fault }) {
      const how = fault ? `, and will meet: ${fault}` : "";
      timeline.add(`→ ${what}, with ${nameLogin(cookies)}${how}`, tab);
    },
    onActed({ what, answer, tab }) {
      const says = answer?.tells ?? answer?.status ?? "nothing";
      timeline.add(`  ${what} is at the server, which says ${says}`, tab);
    },
    onArriving({ what, answer, tab }) {
      const isSet = answer?.setCookies.has(SESSION_COOKIE);
      if (answer && isSet) timeline.add(`  ${what} sets ${nameLogin(answer.setCookies)}`, tab);
    },
    onEnded({ what, outcome, tab }) {
      timeline.add(`← ${what} is ${outcome}`, tab);
    },
  };
}
