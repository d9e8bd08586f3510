import { isSessionRequest } from "../server/network.ts";
import type { LawMaker } from "./law.ts";

/** Failed reads are repeated later and later; so many in a minute are a lot, however many tabs. */
const MAX_TRIES_A_MINUTE = 18;

/** Law 3: no more requests about the session than one tab would need. */
export const oneBrowserOneRequest: LawMaker = (browser, accuse) => {
  const { refetchInterval, maxAge, hasChannel, hasLocks } = browser.scenario;
  const isShared = hasChannel && hasLocks;
  let count = 0;

  return {
    onSent(exchange) {
      if (!isSessionRequest(exchange)) return;
      count += 1;
      const others = browser.network.pending(exchange.tab).filter(isSessionRequest);
      if (others.length > 1) {
        accuse(
          `page ${exchange.tab} has ${others.map(({ what }) => what).join(" and ")} under way`,
        );
      }
    },
    atCalm() {
      count = 0;
    },
    afterPolls(intervals) {
      // With ±10 % of jitter, and one more for where in an interval it began.
      const allowed = browser.truth() && refetchInterval ? intervals / 0.9 + 1 : 0;
      // A short session is asked for at its end too.
      if (isShared && maxAge > 60 && count > allowed) {
        accuse(`${count} requests in ${intervals} intervals`);
      }
      count = 0;
    },
    afterOutage(ms) {
      const allowed = 1 + (ms / 60_000) * MAX_TRIES_A_MINUTE;
      if (isShared && count > allowed) accuse(`${count} requests in an outage of ${ms} ms`);
      count = 0;
    },
  };
};
