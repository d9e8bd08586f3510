/** The page's address. */
export function pageUrl(): string {
  return location.href;
}

/** Leaves the page for `url`; loads it anew where a browser would only scroll to the hash. */
export function navigate(url: string): void {
  const [page] = location.href.split("#");
  location.href = url;
  if (url.startsWith(`${page}#`)) location.reload();
}
