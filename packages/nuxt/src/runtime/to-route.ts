import { toPathInApp } from "@sojourn/core/server";

/**
 * Returns the route of an address, without the app's `baseURL`. An address of another origin, or
 * none at all, becomes `/`.
 */
export function toRoute(address: unknown, origin: string, base = "/"): string {
  const inApp = toPathInApp(typeof address === "string" ? address : "/", origin);
  const { pathname, search, hash } = new URL(inApp, origin);
  const prefix = base.replace(/\/+$/, "");
  const path = `${pathname}/`.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname;
  // Two slashes would begin the name of a host.
  return path.replace(/^\/*/, "/") + search + hash;
}
