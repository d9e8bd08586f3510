import type { RegisteredSession } from "@sojourn/core";
import { createRefresher, type RefreshOptions } from "@sojourn/core/refresh";
import { onMount } from "svelte";
import { getSessionContext } from "../session-context.ts";

/**
 * Calls `refresh` when the session is not the one for which the server has run the page's `load`
 * functions: once after a sign-in, a sign-out or an update, in any tab. Call it when a component is
 * initialised, as in the root's `+layout.svelte`, with SvelteKit's `invalidateAll`. That is an
 * argument, because `$app/navigation` exists only in the app.
 *
 * @throws Error if no client was set, or outside of a component's initialisation
 * @see https://svelte.dev/docs/kit/$app-navigation
 */
export function refreshOnChange(
  refresh: () => unknown,
  options?: RefreshOptions<RegisteredSession>,
): void {
  const { client, rendered, isMounted } = getSessionContext();
  const ownRendered = isMounted ? undefined : rendered;
  const refresher = createRefresher(client, { rendered: ownRendered, ...options });
  // This never runs on a server.
  onMount(() => refresher.start(() => refresh()));
}
