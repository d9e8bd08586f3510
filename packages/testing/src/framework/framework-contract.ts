import type { ContractRule } from "../contract/rule.ts";
import type { FrameworkUnderTest } from "./framework.ts";
import { hydration } from "./rules/hydration.ts";
import { navigation } from "./rules/navigation.ts";
import { refreshes } from "./rules/refreshes.ts";
import { servers } from "./rules/servers.ts";
import { streamingRules } from "./rules/streaming.ts";
import { openFrameworkScene, type FrameworkRules } from "./framework-scene.ts";

/**
 * Returns the rules for apps of a framework that renders on a server, for any test runner and any
 * driver of a browser. Each rule has a name, and a `run` that rejects if the app breaks it. Rules run
 * on a real server, in real time. Each opens browsers of its own, and closes them.
 *
 * @example
 * for (const { name, run } of frameworkContract(framework)) test(name, run);
 */
export function frameworkContract(framework: FrameworkUnderTest): ContractRule[] {
  const { streamed } = framework.pages;
  const lists: FrameworkRules[] = [servers, hydration, navigation, refreshes];
  if (streamed !== undefined) lists.push(streamingRules(streamed));

  return lists.flatMap(Object.entries<FrameworkRules[string]>).map(([name, check]) => ({
    name,
    async run() {
      const scene = openFrameworkScene(framework);
      try {
        await check(scene);
      } finally {
        await scene.closeAll();
      }
    },
  }));
}
