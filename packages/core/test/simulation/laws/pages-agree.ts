import { isUnsafeRedirectError } from "../../../src/index.ts";
import { openPages } from "../browser.ts";
import { describeShown, describeTruth, type Page } from "../page.ts";
import type { LawMaker } from "./law.ts";

/**
 * Law 4: what is shown is what the server has said, whole; another user comes in one step, with an
 * event; and once all is calm, pages agree with the server.
 */
export const pagesAgree: LawMaker = (browser, accuse) => {
  const announced = new Map<Page, string>();

  return {
    onUserChanged(page, session, previous) {
      announced.set(page, `${previous.user.id} > ${session.user.id}`);
      if (session.user.id === previous.user.id) accuse(`page ${page.number}: no change of user`);
    },
    onShown(page, before, { session }) {
      const isForged = browser.floodedAt !== undefined;
      if (session && !isForged && !browser.server.sent.has(JSON.stringify(session))) {
        accuse(`page ${page.number} shows what the server never sent: ${JSON.stringify(session)}`);
      }
      const change = `${before.session?.user.id} > ${session?.user.id}`;
      const hasChanged = session && before.session && session.user.id !== before.session.user.id;
      if (hasChanged && page.isObserved && announced.get(page) !== change) {
        accuse(`page ${page.number} changes its user without an event`);
      }
      announced.delete(page);
    },
    atCalm() {
      const expected = describeTruth(browser.truth());
      for (const page of openPages(browser)) {
        const shown = describeShown(page.shown);
        if (shown !== expected) {
          const hasFailed = page.calls.some(({ error }) => isUnsafeRedirectError(error));
          const line = browser.scenario.hasChannel ? "" : ", told by storage";
          const how = hasFailed ? ", after a redirect that was refused" : line;
          accuse(`page ${page.number} shows ${shown}, and the server says ${expected}${how}`);
        }
      }
    },
  };
};
