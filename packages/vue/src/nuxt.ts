import type { RegisteredSession } from "@sojourn/core";
import { createRefresher, type RefreshOptions } from "@sojourn/core/refresh";
import { getCurrentInstance, onMounted, onScopeDispose } from "vue";
import { useSojourn } from "./plugin.ts";

/**
 * Calls `refresh` when the session is not the one for which the server has fetched the page's data:
 * once after a sign-in, a sign-out or an update, in any tab. Call it in `setup`, as in `app.vue`,
 * with Nuxt's `refreshNuxtData`. That is an argument, because `#imports` exists only in the app.
 *
 * @throws Error if the plugin is not installed, or outside of `setup`
 * @see https://nuxt.com/docs/api/utils/refresh-nuxt-data
 */
export function refreshOnChange(
  refresh: () => unknown,
  options?: RefreshOptions<RegisteredSession>,
): void {
  const { client, rendered } = useSojourn();
  // A component hydrates if it has an element before its setup.
  const ownRendered = getCurrentInstance()?.vnode.el ? rendered : undefined;
  const refresher = createRefresher(client, { rendered: ownRendered, ...options });
  // This never runs on a server.
  onMounted(() => onScopeDispose(refresher.start(() => refresh())));
}
