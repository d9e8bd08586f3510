import type { Router, UrlTree } from "@angular/router";

/**
 * Returns the page that a guard was asked for. A `CanMatchFn` gets only a part of its address.
 */
export function askedPage(router: Router): UrlTree {
  const { finalUrl, extractedUrl } = router.currentNavigation() ?? {};
  return finalUrl ?? extractedUrl ?? router.parseUrl(router.url);
}
