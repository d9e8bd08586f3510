import type { LawMaker } from "./law.ts";

/** Law 10: pages go nowhere but to http(s) addresses of their own origin, which is all the server names. */
export const navigationIsSafe: LawMaker = (browser, accuse) => ({
  afterPause() {
    for (const { tab, number } of browser.pages) {
      for (const url of tab.navigations) {
        if (new URL(url).origin !== "https://app.example") accuse(`page ${number} goes to ${url}`);
      }
    }
  },
});
