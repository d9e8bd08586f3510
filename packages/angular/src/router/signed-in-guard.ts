import { Location } from "@angular/common";
import { inject } from "@angular/core";
import { Router, type UrlTree } from "@angular/router";
import { injectSojourn } from "../session-context.ts";
import { askedPage, isAskedPage } from "./asked-page.ts";
import { isSignedIn } from "./is-signed-in.ts";

/**
 * Lets only users in who are signed in: a `CanActivateFn`, `CanActivateChildFn` and `CanMatchFn`. It
 * waits for the first answer. It sends those who are not signed in to the `signInPage` of
 * `provideSojourn`, with the page that was asked for as `callbackUrl`. On a server this is a redirect
 * of the response. The sign-in page itself is shown to all. If the session could not be read, the
 * page is shown, and says "loading" or "unauthenticated" with an `error`.
 *
 * It decides what is shown. Who gets data is for the server to decide.
 *
 * @example
 * export const routes: Routes = [{ path: "orders", component: Orders, canActivate: [signedInGuard] }];
 */
export async function signedInGuard(): Promise<true | UrlTree> {
  const context = injectSojourn();
  const router = inject(Router);
  const asked = inject(Location).prepareExternalUrl(router.serializeUrl(askedPage(router)));
  const page = router.parseUrl(context.signInPage ?? "/auth/signin");
  if (isAskedPage(router, page) || (await isSignedIn(context)) !== false) return true;
  page.queryParams = { ...page.queryParams, callbackUrl: asked };
  return page;
}
