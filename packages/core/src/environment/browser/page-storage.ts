import { isServer } from "../is-server.ts";

/**
 * Returns `localStorage`; `undefined` on a server, which may have one of its own that all users
 * share, and where the browser refuses it.
 */
export function findPageStorage(): Storage | undefined {
  try {
    return isServer() ? undefined : localStorage;
  } catch {
    return undefined;
  }
}
