/** The page's address. */
export function pageUrl(): string {
  return location.href;
}

/** Whether an address is of another origin. What cannot be parsed is of none. */
function isForeign(url: string): boolean {
  try {
    return new URL(url).origin !== location.origin;
  } catch {
    return false;
  }
}

function countRedirects(): number {
  try {
    const [entry] = performance.getEntriesByType("navigation");
    // Entries of this type are of this class.
    return (entry as PerformanceNavigationTiming | undefined)?.redirectCount ?? 0;
  } catch {
    return 0;
  }
}

/**
 * Whether the page was reached by a redirect, or from another origin; not, where the browser cannot
 * tell (jsdom has no entries of this kind).
 *
 * @see https://www.w3.org/TR/navigation-timing-2/#dom-performancenavigationtiming-redirectcount
 */
export function isArrival(): boolean {
  return countRedirects() > 0 || isForeign(document.referrer);
}

/** Leaves the page for `url`; loads it anew where a browser would only scroll to the hash. */
export function navigate(url: string): void {
  const [page] = location.href.split("#");
  location.href = url;
  if (url.startsWith(`${page}#`)) location.reload();
}
