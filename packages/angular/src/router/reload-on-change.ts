import { inject } from "@angular/core";
import { Router } from "@angular/router";
import type { RegisteredSession } from "@sojourn/core";
import type { RefreshOptions } from "@sojourn/core/refresh";
import { refreshOnChange } from "../refresh-on-change.ts";

/** Waits until no navigation is under way: a new one would end it. */
async function navigationEnd(router: Router): Promise<void> {
  while (router.currentNavigation()) {
    await new Promise<void>((resolve) => {
      const subscription = router.events.subscribe(() => {
        if (router.currentNavigation()) return;
        subscription.unsubscribe();
        resolve();
      });
    });
  }
}

/**
 * Has the router run the page's resolvers and guards again when the session is not the one for which
 * they have run: once after a sign-in, a sign-out or an update, in any tab. The router runs those of
 * routes with `runGuardsAndResolvers: "always"`, and each `canMatch`. Call it in the constructor of
 * the app's component.
 *
 * @throws Error without `provideSojourn`, and outside of an injection context
 * @see https://angular.dev/api/router/OnSameUrlNavigation
 */
export function reloadOnChange(options?: RefreshOptions<RegisteredSession>): void {
  const router = inject(Router);
  refreshOnChange(async () => {
    await navigationEnd(router);
    await router.navigateByUrl(router.url, { onSameUrlNavigation: "reload", scroll: "manual" });
  }, options);
}
