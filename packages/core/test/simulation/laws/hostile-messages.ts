import { openPages } from "../browser.ts";
import { describeShown } from "../page.ts";
import type { LawMaker } from "./law.ts";

/** Law 12: garbage on the channel changes nothing that is shown. */
export const garbageChangesNothing: LawMaker = (browser, accuse) => {
  const describeAll = (): string =>
    openPages(browser)
      .map(({ shown }) => describeShown(shown))
      .join();
  let before = "";

  return {
    beforeAct() {
      before = describeAll();
    },
    afterAct(name) {
      const after = describeAll();
      if (name === "send garbage" && before !== after)
        accuse(`garbage turns ${before} into ${after}`);
    },
  };
};
