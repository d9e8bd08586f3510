import { toPathInApp } from "@sojourn/core/server";
import { DOCUMENT, Location } from "@angular/common";
import { inject } from "@angular/core";
import { Router, type UrlTree } from "@angular/router";
import { injectSojourn } from "../session-context.ts";
import { askedPage, isAskedPage } from "./asked-page.ts";
import { isSignedIn } from "./is-signed-in.ts";

/**
 * Lets only those in who are not signed in, as for a sign-in page: a `CanActivateFn`,
 * `CanActivateChildFn` and `CanMatchFn`. It waits for the first answer. Users who are signed in go to
 * the `callbackUrl` of the page's query if it is of this origin, else to `/`. The page is shown if it
 * is itself where they would go, and if the session could not be read.
 */
export async function guestGuard(): Promise<true | UrlTree> {
  const context = injectSojourn();
  const router = inject(Router);
  const location = inject(Location);
  const { href } = inject(DOCUMENT).location;
  const { callbackUrl } = askedPage(router).queryParams;
  const page = router.parseUrl(location.normalize(toPathInApp(String(callbackUrl ?? "/"), href)));
  if (isAskedPage(router, page) || !(await isSignedIn(context))) return true;
  return page;
}
