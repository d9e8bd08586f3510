import {
  isCsrfError,
  isSessionFetchError,
  isSignInError,
  isUnsafeRedirectError,
} from "../../../src/index.ts";
import { openPages } from "../browser.ts";
import type { LawMaker } from "./law.ts";

const guards = [isCsrfError, isSessionFetchError, isSignInError, isUnsafeRedirectError];

/** What is called ends, and in no other way than the API says. */
export const callsEndAsPromised: LawMaker = (browser, accuse) => {
  const checked = new Set<object>();

  return {
    afterPause() {
      for (const { calls, number } of browser.pages) {
        for (const call of calls) {
          if (call.outcome !== "rejected" || checked.has(call)) continue;
          checked.add(call);
          const isTyped = guards.some((isIt) => isIt(call.error));
          if (!isTyped || /^(getSession|prepareSignIn)\(/.test(call.name)) {
            accuse(`page ${number}'s ${call.name} rejects with ${String(call.error)}`);
          }
        }
      }
    },
    atCalm() {
      for (const { calls, number } of openPages(browser)) {
        for (const { name, outcome } of calls) {
          if (!outcome) accuse(`page ${number}'s ${name} never ends`);
        }
      }
    },
  };
};
