import { createManualClock, type ManualClock } from "./memory/manual-clock.ts";
import { createMemoryTab } from "./memory/memory-tab.ts";
import type { MemoryTab, MemoryTabOptions } from "./memory/tab-options.ts";
import { createTabHub, type TabHub } from "./memory/tab-hub.ts";

export type { ManualClock, MemoryTab, MemoryTabOptions, TabHub };
export { createManualClock };

/** Options of {@link createMemoryWorld}; all that concerns tabs is the default for each of them. */
export interface MemoryWorldOptions extends Partial<MemoryTabOptions> {
  /** Milliseconds since the epoch at which the clock starts. Default: the start of 2026. */
  startAt?: number;
  /**
   * Milliseconds that a message between tabs is under way. Default 0. A function is asked for each
   * message and each tab that is to hear it: messages can overtake one another, and `Infinity` loses
   * one.
   */
  messageDelayMs?: number | (() => number);
}

/** A browser without a browser: several tabs, one clock, all in one process. */
export interface MemoryWorld {
  readonly clock: ManualClock;
  readonly hub: TabHub;
  openTab(options?: Partial<MemoryTabOptions>): MemoryTab;
}

/** A repeatable sequence of numbers in [0, 1), by a linear congruence. */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/**
 * Makes a simulated browser for tests: its time passes when the test says so, and its tabs can be
 * hidden, cut off, frozen and crashed.
 *
 * @example
 * const world = createMemoryWorld({ fetch: myServer });
 * const tab = world.openTab();
 * const client = createSessionClient({ environment: tab.environment });
 * await world.clock.advance(1000);
 */
export function createMemoryWorld(options: MemoryWorldOptions = {}): MemoryWorld {
  const { startAt = Date.UTC(2026, 0), messageDelayMs = 0, ...tabDefaults } = options;
  const clock = createManualClock(startAt);
  const delayMs = typeof messageDelayMs === "function" ? messageDelayMs : () => messageDelayMs;
  const hub = createTabHub(clock, delayMs);
  const random = createRandom();
  const fetch = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));

  return {
    clock,
    hub,
    openTab: (tabOptions) =>
      createMemoryTab(clock, hub, { fetch, random, ...tabDefaults, ...tabOptions }),
  };
}
