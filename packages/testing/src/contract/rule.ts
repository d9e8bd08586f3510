import type { AdapterUnderTest } from "./adapter.ts";
import { openScene, type Scene } from "./scene.ts";

/** One rule of the contract. */
export interface ContractRule {
  /** The rule in words, as the name of a test. */
  readonly name: string;
  /** @throws Error if the adapter breaks it */
  run(): Promise<void>;
}

/** Rules by their names, with the function that checks each. */
export type RuleList = Readonly<Record<string, (scene: Scene) => Promise<void>>>;

/**
 * Converts a list to rules that can run. Each rule has a browser of its own, and unmounts all of
 * its pages.
 */
export function toRules(adapter: AdapterUnderTest, list: RuleList): ContractRule[] {
  return Object.entries(list).map(([name, check]) => ({
    name,
    async run() {
      const scene = openScene(adapter);
      try {
        await check(scene);
      } finally {
        await scene.closeAll();
      }
    },
  }));
}
