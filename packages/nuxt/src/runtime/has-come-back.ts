import type { Route } from "./go-to-sign-in.ts";

const visited = new WeakMap<object, Set<string>>();

/**
 * Whether a navigation has already been at this route, and redirects have led it back. To redirect it
 * again would never end: vue-router has no limit.
 */
export function hasComeBack(to: Route): boolean {
  // The router hands it on through all redirects of one navigation.
  const start = to.redirectedFrom ?? to;
  const paths = visited.get(start) ?? new Set();
  visited.set(start, paths);
  if (paths.has(to.path)) return true;
  paths.add(to.path);
  return false;
}
