/** Where an auth server is. */
export interface AuthUrl {
  /** Origin of the server; empty for the page's own. */
  readonly origin: string;
  /** Origin and path of the handlers, without a trailing slash; an endpoint is appended. */
  readonly href: string;
}

function trimSlashes(path: string): string {
  return path.trim().replace(/^\/+|\/+$/g, "");
}

/**
 * Finds the auth server's address. `basePath` is taken in every form that next-auth's users write:
 * `/api/auth`, `cool-app`, `/cool-app/`, a full URL; a path within `baseUrl` counts if there is no
 * `basePath`. Without either it is `/api/auth` on the page's own origin.
 *
 * @throws TypeError if an address cannot be parsed
 */
export function resolveAuthUrl(basePath = "", baseUrl = ""): AuthUrl {
  const [address, path] = /^\s*https?:/i.test(basePath) ? [basePath, ""] : [baseUrl, basePath];
  // `https://` is added to a bare host, as next-auth does with `VERCEL_URL`.
  const url = address.trim() && new URL(address.replace(/^\s*(?!\s|https?:)/i, "https://"));
  const origin = url ? url.origin : "";
  const ownPath = url ? url.pathname : "";
  return { origin, href: `${origin}/${trimSlashes(path) || trimSlashes(ownPath) || "api/auth"}` };
}
