import { UnsafeRedirectError } from "../errors.ts";

/** `URL.canParse` is newer than the oldest supported browsers. */
function parseUrl(url: string, base: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}

/**
 * Returns the absolute form of a URL, if the page may navigate to it.
 *
 * @param url may be relative to the page
 * @param pageUrl the page's address
 * @param isFromServer whether the server has sent the URL. If not, it must be on the page's
 *   origin
 * @throws UnsafeRedirectError for schemes other than http(s) (`javascript:` would run code), and
 *   for another origin that the server has not sent
 */
export function toSafeRedirect(url: string, pageUrl: string, isFromServer: boolean): string {
  const target = parseUrl(url, pageUrl);
  const isHttp = target && /^https?:/.test(target.protocol);
  if (isHttp && (isFromServer || target.origin === new URL(pageUrl).origin)) return target.href;
  throw new UnsafeRedirectError("unsafe-redirect", { url });
}
