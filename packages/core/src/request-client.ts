import { resolveAuthUrl } from "./api/auth-url.ts";
import { fetchCsrfToken } from "./api/csrf.ts";
import { createHttp } from "./api/http.ts";
import { fetchProviders, type Providers } from "./api/providers.ts";
import { fetchSession } from "./api/session.ts";
import { createServerEnvironment } from "./environment/server.ts";
import type { SessionClientOptions } from "./types/options.ts";
import type { RegisteredSession, SessionBase } from "./types/session.ts";

type HeadersLike = Headers | Record<string, string | string[] | undefined>;

interface RequestLike {
  headers?: HeadersLike | undefined;
}

/** A request that is being answered: Node's, a web `Request`, bare `headers`, or a Next context. */
export interface RequestSource {
  req?: RequestLike | undefined;
  ctx?: { req?: RequestLike | undefined } | undefined;
  headers?: HeadersLike | undefined;
}

/** What can be read on a server on behalf of one request. Nothing is kept. */
export interface RequestClient<S> {
  /** `GET /session`. Never rejects: on a failure it resolves to `null`. */
  getSession(): Promise<S | null>;
  /** `GET /providers`; `null` where the server has no such list. @throws SessionFetchError */
  getProviders(): Promise<Providers | null>;
  /** `GET /csrf`; empty where the server needs no token. @throws SessionFetchError */
  getCsrfToken(): Promise<string>;
}

const DEFAULT_URL = "http://localhost:3000";

function cookieOf({ req, ctx, headers }: RequestSource): string | undefined {
  const all = headers ?? req?.headers ?? ctx?.req?.headers;
  const cookie = all instanceof Headers ? all.get("cookie") : all?.["cookie"];
  return (Array.isArray(cookie) ? cookie.join("; ") : cookie) || undefined;
}

/**
 * Makes a reader for one request on a server. It asks `NEXTAUTH_URL_INTERNAL`, `NEXTAUTH_URL`,
 * `AUTH_URL` or `VERCEL_URL`, whichever is set first, and sends the request's cookie along and
 * nothing else.
 *
 * @throws TypeError if that address cannot be parsed
 */
export function createRequestClient<S extends SessionBase = RegisteredSession>(
  source: RequestSource = {},
  options: Pick<
    SessionClientOptions<S>,
    "basePath" | "baseUrl" | "fetch" | "schema" | "timeoutMs"
  > = {},
): RequestClient<S> {
  const environment = createServerEnvironment();
  const authUrl = resolveAuthUrl(
    options.basePath,
    options.baseUrl ?? environment.authUrl() ?? DEFAULT_URL,
  );
  const cookie = cookieOf(source);
  const http = createHttp(environment, authUrl, { ...options, headers: cookie ? { cookie } : {} });

  return {
    async getSession() {
      try {
        const { session } = await fetchSession(http, undefined, options.schema);
        // The type that the caller says its server sends.
        return session as S | null;
      } catch (error) {
        // The page is rendered all the same, but whoever runs the server has to know.
        console.error("[sojourn] getSession() on the server failed:", error);
        return null;
      }
    },
    getProviders: () => fetchProviders(http),
    getCsrfToken: () => fetchCsrfToken(http),
  };
}
