import { effect, inject, signal, untracked } from "@angular/core";
import { Router } from "@angular/router";
import type { RegisteredSession } from "@sojourn/core";
import type { RefreshOptions } from "@sojourn/core/refresh";
import { refreshOnChange } from "../refresh-on-change.ts";

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
  const isDue = signal(false);
  refreshOnChange(() => isDue.set(true), options);
  effect(() => {
    // A reload would end a navigation that is under way, so it waits.
    if (!isDue() || router.currentNavigation()) return;
    isDue.set(false);
    const { url } = router;
    void untracked(() =>
      router.navigateByUrl(url, { onSameUrlNavigation: "reload", scroll: "manual" }),
    );
  });
}
