/**
 * Returns where a sign-in page leads on to, for the framework's router: the path of `callbackUrl`, with
 * its query and hash, if it is an address of the app's own origin, else `/`. Anybody can make a link
 * to a sign-in page with any `callbackUrl` in it. It may also run in a browser.
 *
 * @param callbackUrl an address or a path, as it comes from the query
 * @param appUrl the origin of the app, or any address of it
 * @throws TypeError if `appUrl` is no address
 */
export function toPathInApp(callbackUrl: string | null | undefined, appUrl: string | URL): string {
  const { origin } = new URL(appUrl);
  let url: URL;
  try {
    url = new URL(callbackUrl ?? "/", origin);
  } catch {
    return "/";
  }
  if (url.origin !== origin) return "/";
  // A path that begins with two slashes would be the address of another site.
  return url.pathname.replace(/^\/*/, "/") + url.search + url.hash;
}
