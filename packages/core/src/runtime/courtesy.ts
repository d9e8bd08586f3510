import type { Environment } from "../environment/environment.ts";

/** Tabs that are due at once go within this time of each other … */
const SPREAD_MS = 30;
/** … and hidden ones after the visible ones. */
const HIDDEN_DELAY_MS = 200;

/** Makes a function that tells by how many milliseconds this tab lets others go first. */
export function createCourtesy(environment: Environment): () => number {
  let spreadMs: number | undefined;
  return () => {
    spreadMs ??= environment.random() * SPREAD_MS;
    return spreadMs + (environment.isVisible() ? 0 : HIDDEN_DELAY_MS);
  };
}
