import { resolveAuthUrl } from "../api/auth-url.ts";
import { fetchCsrfToken } from "../api/csrf.ts";
import { createHttp } from "../api/http.ts";
import { fetchProviders, type Providers } from "../api/providers.ts";
import { readHeader, type HeadersLike } from "../api/read-header.ts";
import { createParser } from "../api/schema.ts";
import { fetchSession } from "../api/session.ts";
import { MUTATION_TIMEOUT_MS, TIMEOUT_MS } from "../durations.ts";
import { createServerEnvironment, isProduction } from "../environment/server.ts";
import type { SessionClientOptions } from "../types/options.ts";
import type { SessionSchema } from "../types/schema.ts";
import type { RegisteredSession, SessionBase } from "../types/session.ts";

interface RequestLike {
  headers?: HeadersLike | undefined;
}

/** A request that is being answered: Node's, a web `Request`, bare `headers`, or a Next context. */
export interface RequestSource {
  req?: RequestLike | undefined;
  ctx?: { req?: RequestLike | undefined } | undefined;
  headers?: HeadersLike | undefined;
}

/**
 * What can be read on a server on behalf of one request. Nothing is kept. On a failure each resolves
 * to nothing and logs it; it rejects only with what a framework throws to steer its rendering.
 */
export interface RequestClient<S> {
  /** `GET /session`; `null` on a failure. */
  getSession(): Promise<S | null>;
  /** `GET /providers`; `null` where the server has no such list, and on a failure. */
  getProviders(): Promise<Providers | null>;
  /** `GET /csrf`; empty where the server needs no token, and on a failure. */
  getCsrfToken(): Promise<string>;
}

const DEFAULT_URL = "http://localhost:3000";

function cookieOf({ req, ctx, headers }: RequestSource): string | undefined {
  const all = headers ?? req?.headers ?? ctx?.req?.headers;
  return all && readHeader(all, "cookie");
}

/**
 * Has a page rendered, or built, all the same where the auth server cannot be asked; whoever runs it
 * has to know.
 *
 * @throws what a framework has thrown itself to steer its rendering: errors with a `digest`, as
 *   Next's for pages that turn out to be dynamic
 */
async function orNothing<T>(name: string, answer: Promise<T>, nothing: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { cause } = Object(error) as { cause?: { digest?: unknown } };
    if (typeof cause?.digest === "string") throw cause;
    console.error(`[sojourn] ${name}() on the server failed:`, error);
    return nothing;
  }
}

/**
 * Makes a reader for one request on a server. It asks `NEXTAUTH_URL_INTERNAL`, `NEXTAUTH_URL`,
 * `AUTH_URL` or `VERCEL_URL`, whichever is set first, and sends the request's cookie along and
 * nothing else. Where none is set, it asks `http://localhost:3000` in development; in production
 * each call fails with a TypeError that says so.
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
  // A cookie of production must not go to a default address.
  const fallback = isProduction() ? undefined : DEFAULT_URL;
  const { basePath, baseUrl = environment.authUrl() ?? fallback } = options;
  const { timeoutMs = TIMEOUT_MS } = options;
  const authUrl = resolveAuthUrl(basePath, baseUrl);
  const cookie = cookieOf(source);
  const headers: Record<string, string> = cookie ? { cookie } : {};
  const limits = { timeoutMs, mutationTimeoutMs: MUTATION_TIMEOUT_MS };
  const http = createHttp(environment, authUrl, { ...options, ...limits, headers });
  // The schema's output is `S`, of which nothing in here asks more than a session.
  const schema = options.schema as SessionSchema<SessionBase> | undefined;
  const parse = createParser(environment, schema, timeoutMs);

  return {
    async getSession() {
      const nobody = { session: null };
      const answer = fetchSession(http, undefined, parse);
      const { session } = await orNothing<{ session: SessionBase | null }>(
        "getSession",
        answer,
        nobody,
      );
      // The type that the caller says its server sends.
      return session as S | null;
    },
    getProviders: () => orNothing("getProviders", fetchProviders(http), null),
    getCsrfToken: () => orNothing("getCsrfToken", fetchCsrfToken(http), ""),
  };
}
