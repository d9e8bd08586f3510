import type { SessionClient } from "../types/client.ts";
import type { RegisteredSession } from "../types/session.ts";

/** The session as the islands of a page share it: components that hydrate each by itself. */
export interface IslandSession {
  readonly client: SessionClient<RegisteredSession>;
  /**
   * The rendered session of the page; `undefined` if the page was rendered without one. The client
   * may be without it, because on a server all requests share the client.
   */
  readonly rendered: RegisteredSession | null | undefined;
}

// All copies of this package in one program share it. It never holds a session of a server's
// request, only the function that finds it.
const key = Symbol.for("@sojourn/core islands 1");
// No other code uses this key.
const program = globalThis as { [key]?: () => IslandSession };

/**
 * Sets from where components without a provider get the session: the islands of Astro and of other
 * frameworks that hydrate parts of a page. For integrations of such frameworks.
 *
 * @param get returns the same object until the page has another rendered session. On a server it
 *   returns that of the current request
 */
export function setIslandSession(get: () => IslandSession): void {
  program[key] = get;
}

/** Returns the session for a component without a provider, if an integration has set it. */
export function getIslandSession(): IslandSession | undefined {
  return program[key]?.();
}
