/** Returns the page's address. */
export function pageUrl(): string {
  return location.href;
}

/**
 * Whether the page was reached by a redirect, or from another origin; see `Environment.isArrival`.
 * Redirects are unknown where the browser has no navigation entries, as in jsdom.
 *
 * @see https://www.w3.org/TR/navigation-timing-2/#dom-performancenavigationtiming-redirectcount
 */
export function isArrival(): boolean {
  try {
    // Entries of type "navigation" are of this class.
    const entries = performance.getEntriesByType?.("navigation") as PerformanceNavigationTiming[];
    return !!entries?.[0]?.redirectCount || new URL(document.referrer).origin !== location.origin;
  } catch {
    // There is no referrer: the user has used a bookmark, for example.
    return false;
  }
}

/** Navigates to `url`. Reloads the page if the browser would only scroll to the hash. */
export function navigate(url: string): void {
  const [page] = location.href.split("#");
  location.href = url;
  if (url.startsWith(`${page}#`)) location.reload();
}
