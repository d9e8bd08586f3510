import { fetchCsrfToken } from "../../api/csrf.ts";
import { getCsrfToken } from "../../client/session-actions.ts";
import { withDeadline } from "../../deadline.ts";
import { TIMEOUT_MS } from "../../durations.ts";
import {
  areCookiesOff,
  hasStorageAccess,
  isFramed,
} from "../../environment/browser/storage-access.ts";
import { isServer } from "../../environment/is-server.ts";
import { portsOf } from "../../mutations/ports.ts";
import type { SessionStore } from "../../types/client.ts";

/**
 * Which cookies a page has:
 *
 * - `full`: those of its site, as a page outside of a frame;
 * - `partitioned`: cookies of its own, for the site whose page embeds it;
 * - `blocked`: none. The browser drops what the server sets, or does not send it;
 * - `unknown`: the browser or the server does not tell, or this is no page: it is a server.
 */
export type CookieAccess = "full" | "partitioned" | "blocked" | "unknown";

/**
 * Whether the browser keeps the server's cookies. The server creates a CSRF token for a request
 * without its cookie, and answers a request that has the cookie with the same token.
 */
async function keepsCookies<S>(store: SessionStore<S>): Promise<boolean | undefined> {
  // It waits for the first read, which may set the cookie, too.
  let last = await getCsrfToken(store);
  if (!last) return undefined;
  // Another request under way may replace the cookie once, so one difference proves nothing.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const next = await fetchCsrfToken(portsOf(store).http);
    if (next === last) return true;
    last = next;
  }
  return false;
}

/**
 * Finds out which cookies the page has. Outside of a frame it asks nobody. In a frame it asks for
 * CSRF tokens (`GET /csrf`, two or three times). It never rejects for a failed request: then the
 * access is `unknown`.
 *
 * @throws TypeError if `store` is not a session store
 * @see https://developer.mozilla.org/docs/Web/API/Storage_Access_API
 */
export async function cookieAccessOf<S>(store: SessionStore<S>): Promise<CookieAccess> {
  const { environment } = portsOf(store);
  if (isServer()) return "unknown";
  if (!isFramed()) return areCookiesOff() ? "blocked" : "full";
  const isKept = await keepsCookies(store).catch(() => undefined);
  if (isKept === false) return "blocked";
  const unknown = () => undefined;
  const hasAccess = await withDeadline(environment, TIMEOUT_MS, hasStorageAccess(), unknown);
  if (!isKept || hasAccess === undefined) return "unknown";
  return hasAccess ? "full" : "partitioned";
}
