import type { RegisteredSession, SessionClient, Stop } from "@sojourn/vue";
import type { NuxtApp, useRouter } from "nuxt/app";
import { goToSignIn } from "./go-to-sign-in.ts";
import { guarded } from "./guarded.ts";

const nothing: Stop = () => {};

/**
 * Leaves each page that the middleware `auth` has let somebody into, as soon as it is certain that
 * nobody is signed in any more, in any tab.
 */
export function leaveGuardedPages(
  nuxtApp: NuxtApp,
  router: ReturnType<typeof useRouter>,
  client: SessionClient<RegisteredSession>,
): void {
  let stop = nothing;

  router.afterEach((to, _from, failure) => {
    if (failure) return;
    stop();
    const leave = (): unknown => nuxtApp.runWithContext(() => goToSignIn(to));
    const leaveHydrated = (): void => {
      // To navigate while Vue hydrates would be a mismatch.
      if (nuxtApp.isHydrating) nuxtApp.hooks.hookOnce("app:suspense:resolve", () => void leave());
      else void leave();
    };
    stop = guarded.has(to) ? client.requireSession(leaveHydrated) : nothing;
  });
}
