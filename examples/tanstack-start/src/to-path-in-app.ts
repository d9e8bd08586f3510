/**
 * Returns the path of an address of this origin, and "/" for any other one: anybody can make a link
 * to the sign-in page with any `callbackUrl` in it.
 */
export function toPathInApp(url: string | undefined, origin: string): string {
  if (!url || !URL.canParse(url, origin)) return "/";
  const { origin: asked, pathname, search, hash } = new URL(url, origin);
  // A path that begins with two slashes would be the address of another site.
  return asked === origin ? pathname.replace(/^\/+/, "/") + search + hash : "/";
}
