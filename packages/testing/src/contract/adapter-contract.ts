import type { AdapterUnderTest } from "./adapter.ts";
import { type ContractRule, type RuleList, toRules } from "./rule.ts";
import { circleRules } from "./rules/circles.ts";
import { errors } from "./rules/errors.ts";
import { hydrationRules } from "./rules/hydration.ts";
import { mutations } from "./rules/mutations.ts";
import { options } from "./rules/options.ts";
import { required } from "./rules/required.ts";
import { select } from "./rules/select.ts";
import { serverRules } from "./rules/server.ts";
import { states } from "./rules/states.ts";
import { tabs } from "./rules/tabs.ts";
import { unmount } from "./rules/unmount.ts";

/**
 * Returns the rules for all adapters of Sojourn, for any test runner. Each rule has a name, and a
 * `run` that rejects if the adapter breaks it. Rules need no network and no real time, and no more
 * of a document than the adapter itself.
 *
 * @example
 * for (const { name, run } of adapterContract(adapter)) test(name, run);
 */
export function adapterContract(adapter: AdapterUnderTest): ContractRule[] {
  const { mountCircle, server } = adapter;
  const lists: RuleList[] = [states, required, select, options, mutations, tabs, errors, unmount];
  if (mountCircle) lists.push(circleRules(mountCircle));
  if (server) lists.push(serverRules(server), hydrationRules(server));
  return lists.flatMap((list) => toRules(adapter, list));
}
