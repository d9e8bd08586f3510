/** The address of an auth server. */
export interface AuthUrl {
  /** The origin of the server; empty if it is the page's origin. */
  readonly origin: string;
  /**
   * The origin and path of the handlers, without a trailing slash. Endpoints are appended to it.
   */
  readonly href: string;
}

function trimSlashes(path: string): string {
  return path.trim().replace(/^\/+|\/+$/g, "");
}

/**
 * Resolves the auth server's address. `basePath` may have every form that users of next-auth write:
 * `/api/auth`, `cool-app`, `/cool-app/` or a full URL. Without it, the path of `baseUrl` is used.
 * Without either, the address is `/api/auth` on the page's origin.
 *
 * @throws TypeError if a URL cannot be parsed
 */
export function resolveAuthUrl(basePath = "", baseUrl = ""): AuthUrl {
  const [address, path] = /^\s*https?:/i.test(basePath) ? [basePath, ""] : [baseUrl, basePath];
  // `https://` is added to a bare host, as next-auth does with `VERCEL_URL`.
  const url = address.trim() && new URL(address.replace(/^\s*(?!\s|https?:)/i, "https://"));
  const origin = url ? url.origin : "";
  const ownPath = url ? url.pathname : "";
  return { origin, href: `${origin}/${trimSlashes(path) || trimSlashes(ownPath) || "api/auth"}` };
}
