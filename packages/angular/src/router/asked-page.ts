import type { Router, UrlTree } from "@angular/router";

/**
 * Returns the page that a guard was asked for. A `CanMatchFn` gets only a part of its address.
 */
export function askedPage(router: Router): UrlTree {
  const { finalUrl, extractedUrl } = router.currentNavigation() ?? {};
  return finalUrl ?? extractedUrl ?? router.parseUrl(router.url);
}

/**
 * Whether a guard was asked for a page, by its path, or for one that leads there by `redirectTo`. A
 * guard that leads there again would do so without an end.
 */
export function isAskedPage(router: Router, page: UrlTree): boolean {
  const serializePath = (url: UrlTree) => router.serializeUrl(url).replace(/[?#].*/s, "");
  const { extractedUrl } = router.currentNavigation() ?? {};
  const asked = [askedPage(router), extractedUrl];
  return asked.some((url) => url && serializePath(url) === serializePath(page));
}
