import { onActivity } from "./browser/activity.ts";
import { createDefaultEnvironment } from "./default-environment.ts";
import type { Environment, Stop } from "./environment.ts";

/** The platform, as an idle timer uses it. */
export interface IdleEnvironment extends Environment {
  /**
   * Calls the listener at each sign of a person.
   *
   * @param types what counts, by the names of DOM events
   */
  onActivity(types: readonly string[], listener: () => void): Stop;
}

/** Creates the idle environment for where the code runs. */
export function createIdleEnvironment(): IdleEnvironment {
  return { ...createDefaultEnvironment(), onActivity };
}
