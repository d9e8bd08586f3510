import { barrier } from "./list/barrier.ts";
import { order } from "./list/order.ts";
import { pages } from "./list/pages.ts";
import { reads } from "./list/reads.ts";
import { tabs } from "./list/tabs.ts";
import { time } from "./list/time.ts";
import { users } from "./list/users.ts";
import { waits } from "./list/waits.ts";
import type { Mechanism } from "./mechanism.ts";

/**
 * The mechanisms by which the laws are kept, and what it looks like when one alone is taken out.
 *
 * Listed is what `pnpm mutation` cannot take out. That makes conditions true or false, empties blocks,
 * changes operators and texts and leaves out calls, in the files of packages/core/stryker.config.mjs and
 * for the tests of packages/core/test/stryker. It gives no number another value; and a call that is
 * given a literal or a list it does not leave out, but changes these.
 */
export const mechanisms: readonly Mechanism[] = [
  ...barrier,
  ...order,
  ...reads,
  ...time,
  ...waits,
  ...tabs,
  ...pages,
  ...users,
];
