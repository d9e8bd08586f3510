/**
 * Returns the route of an address, without the app's `baseURL`. An address of another origin, or
 * none at all, becomes `/`.
 */
export function toRoute(address: unknown, origin: string, base = "/"): string {
  if (typeof address !== "string") return "/";
  let url: URL;
  try {
    url = new URL(address, origin);
  } catch {
    return "/";
  }
  if (url.origin !== origin) return "/";
  const prefix = base.replace(/\/+$/, "");
  const { pathname, search, hash } = url;
  const path = `${pathname}/`.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname;
  // Two slashes would begin the name of a host.
  return path.replace(/^\/*/, "/") + search + hash;
}
