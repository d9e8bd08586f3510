/** The page's address. */
export function pageUrl(): string {
  return location.href;
}

/**
 * Whether the page was reached by a redirect, or from another origin.
 *
 * @see https://www.w3.org/TR/navigation-timing-2/#dom-performancenavigationtiming-redirectcount
 */
export function isArrival(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  // Entries of this type are of this class.
  const redirects = (entry as PerformanceNavigationTiming | undefined)?.redirectCount ?? 0;
  const { referrer } = document;
  return redirects > 0 || (!!referrer && new URL(referrer).origin !== location.origin);
}

/** Leaves the page for `url`; loads it anew where a browser would only scroll to the hash. */
export function navigate(url: string): void {
  const [page] = location.href.split("#");
  location.href = url;
  if (url.startsWith(`${page}#`)) location.reload();
}
