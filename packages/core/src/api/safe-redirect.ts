import { UnsafeRedirectError } from "../errors.ts";

/** `URL.canParse` is newer than the browsers that are supported. */
function parseUrl(url: string, base: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}

/**
 * The absolute form of an address that may be navigated to.
 *
 * @param url where to go; relative to the page
 * @param pageUrl the page's own address
 * @param isFromServer whether the server named it; if not, it has to stay on the page's origin
 * @throws UnsafeRedirectError for schemes other than http(s) (`javascript:` would run), and for
 *   another origin without the server's word
 */
export function toSafeRedirect(url: string, pageUrl: string, isFromServer: boolean): string {
  const target = parseUrl(url, pageUrl);
  const isHttp = target && /^https?:/.test(target.protocol);
  if (isHttp && (isFromServer || target.origin === new URL(pageUrl).origin)) return target.href;
  throw new UnsafeRedirectError("unsafe-redirect", { url });
}
