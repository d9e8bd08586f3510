import { isSessionRequest } from "../server/network.ts";
import type { LawMaker } from "./law.ts";

const WINDOW_MS = 5000;
/** One a second, and one at its start; a poll, and a session's end. */
const MOST_READS = WINDOW_MS / 1000 + 3;
/** What a step may have a page read: because of the step, and to confirm it. */
const READS_PER_ACT = 3;

/** Whatever other tabs say, and whoever says it in their name: it has a page read once a second. */
export const messagesCauseFewReads: LawMaker = (browser, accuse) => {
  const reads = new Map<number, number[]>();
  let acts: number[] = [];
  let failures: number[] = [];

  const isLate = (at: number): boolean => at > browser.now() - WINDOW_MS;

  return {
    beforeAct() {
      acts = [...acts.filter(isLate), browser.now()];
    },
    onEnded({ outcome, fault }) {
      // What has failed is tried again, or done over.
      if (outcome !== "answered" || fault) failures = [...failures.filter(isLate), browser.now()];
    },
    onSent(exchange) {
      if (!isSessionRequest(exchange)) return;
      const { tab } = exchange;
      const lately = [...(reads.get(tab) ?? []).filter(isLate), browser.now()];
      reads.set(tab, lately);
      const reasons = READS_PER_ACT * acts.filter(isLate).length + failures.filter(isLate).length;
      if (lately.length > MOST_READS + reasons) {
        accuse(`page ${tab} has read ${lately.length} times in ${WINDOW_MS} ms`);
      }
    },
  };
};
