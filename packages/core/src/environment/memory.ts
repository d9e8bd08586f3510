import { createManualClock, type ManualClock } from "./memory/manual-clock.ts";
import { createMemoryTab } from "./memory/memory-tab.ts";
import type { MemoryTab, MemoryTabOptions } from "./memory/tab-options.ts";
import { createTabHub, type TabHub } from "./memory/tab-hub.ts";

export type { ManualClock, MemoryTab, MemoryTabOptions, TabHub };
export { createManualClock };

/** Options of {@link createMemoryWorld}. Those of tabs are the defaults for each tab. */
export interface MemoryWorldOptions extends Partial<MemoryTabOptions> {
  /**
   * The time at which the clock starts, in milliseconds since the epoch. Default: the start of
   * 2026.
   */
  startAt?: number;
  /**
   * Milliseconds until a message between tabs arrives. Default 0. A function is called for each
   * message and each tab that receives it: so messages can overtake one another. `Infinity` loses
   * the message.
   */
  messageDelayMs?: number | (() => number);
}

/** A simulated browser: several tabs and one clock, all in one process. */
export interface MemoryWorld {
  readonly clock: ManualClock;
  readonly hub: TabHub;
  openTab(options?: Partial<MemoryTabOptions>): MemoryTab;
}

/**
 * Creates a generator of numbers in [0, 1), a linear congruential one, so that each run gets the
 * same.
 */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/**
 * Creates a simulated browser for tests. Its time passes when the test advances the clock. Its tabs
 * can be hidden, taken offline, frozen and crashed.
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
