import { agreement } from "./agreement.ts";
import { besideNextAuth } from "./beside-next-auth.ts";
import { embedded } from "./embedded.ts";
import { expiry } from "./expiry.ts";
import { firstReadFaults } from "./first-read-faults.ts";
import { freezing } from "./freezing.ts";
import { garbage } from "./garbage.ts";
import { leaks } from "./leaks.ts";
import { missing } from "./missing.ts";
import { order } from "./order.ts";
import { pageCache } from "./page-cache.ts";
import { pollFaults } from "./poll-faults.ts";
import { popups } from "./popups.ts";
import { prerendering } from "./prerendering.ts";
import { reach } from "./reach.ts";
import { redirects } from "./redirects.ts";
import { renders } from "./renders.ts";
import { requests } from "./requests.ts";
import type { Rule } from "./rule.ts";
import { signOuts } from "./sign-outs.ts";
import { slowServer } from "./slow-server.ts";
import { withoutBuild } from "./without-build.ts";

/** All rules, each for every engine. Those that wait long come first. */
export const rules: Rule[] = [
  ...pollFaults,
  ...firstReadFaults,
  ...slowServer,
  ...prerendering,
  ...order,
  ...requests,
  ...missing,
  ...besideNextAuth,
  ...leaks,
  ...garbage,
  ...reach,
  ...agreement,
  ...expiry,
  ...renders,
  ...redirects,
  ...signOuts,
  ...freezing,
  ...popups,
  ...embedded,
  ...withoutBuild,
  ...pageCache,
];
