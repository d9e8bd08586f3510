/** The page's address. */
export function pageUrl(): string {
  return location.href;
}

/**
 * Whether the page was reached by a redirect, or from another origin; not, where the browser cannot
 * tell (jsdom has no entries of this kind).
 *
 * @see https://www.w3.org/TR/navigation-timing-2/#dom-performancenavigationtiming-redirectcount
 */
export function isArrival(): boolean {
  try {
    // Entries of this type are of this class.
    const entries = performance.getEntriesByType?.("navigation") as PerformanceNavigationTiming[];
    return !!entries?.[0]?.redirectCount || new URL(document.referrer).origin !== location.origin;
  } catch {
    // It came from nowhere: by a bookmark, say.
    return false;
  }
}

/** Leaves the page for `url`; loads it anew where a browser would only scroll to the hash. */
export function navigate(url: string): void {
  const [page] = location.href.split("#");
  location.href = url;
  if (url.startsWith(`${page}#`)) location.reload();
}
