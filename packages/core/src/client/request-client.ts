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

/**
 * The request that a server is answering: Node's, a web `Request`, only its `headers`, or a Next
 * context.
 */
export interface RequestSource {
  req?: RequestLike | undefined;
  ctx?: { req?: RequestLike | undefined } | undefined;
  headers?: HeadersLike | undefined;
}

/**
 * Reads from the auth server on behalf of one request. It keeps nothing. After a failure, each
 * function logs it and resolves to an empty result. It rejects only with errors by which a
 * framework controls its rendering.
 */
export interface RequestClient<S> {
  /** Asks `GET /session`; `null` after a failure. */
  getSession(): Promise<S | null>;
  /** Asks `GET /providers`; `null` if the server has no such list, and after a failure. */
  getProviders(): Promise<Providers | null>;
  /** Asks `GET /csrf`; empty if the server needs no token, and after a failure. */
  getCsrfToken(): Promise<string>;
}

const DEFAULT_URL = "http://localhost:3000";

function cookieOf({ req, ctx, headers }: RequestSource): string | undefined {
  const all = headers ?? req?.headers ?? ctx?.req?.headers;
  return all && readHeader(all, "cookie");
}

/**
 * Replaces a failure by an empty result, so that the page can still be rendered or built. It logs
 * the failure for the app's operator.
 *
 * @throws errors by which a framework controls its rendering. They have a `digest`, as those of
 *   Next for pages that turn out to be dynamic
 */
async function orEmpty<T>(name: string, answer: Promise<T>, empty: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { cause } = Object(error) as { cause?: { digest?: unknown } };
    if (typeof cause?.digest === "string") throw cause;
    console.error(`[sojourn] ${name}() on the server failed:`, error);
    return empty;
  }
}

/**
 * Creates a client for one request on a server. It asks the first of `NEXTAUTH_URL_INTERNAL`,
 * `NEXTAUTH_URL`, `AUTH_URL` and `VERCEL_URL` that is set, and sends only the request's cookie. If
 * none is set, it asks `http://localhost:3000` in development. In production each call then logs a
 * TypeError that says so.
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
  // The output of the schema is `S`. This code only needs it to be a session.
  const schema = options.schema as SessionSchema<SessionBase> | undefined;
  const parse = createParser(environment, schema, timeoutMs);

  return {
    async getSession() {
      const nobody = { session: null };
      const answer = fetchSession(http, undefined, parse);
      const { session } = await orEmpty<{ session: SessionBase | null }>(
        "getSession",
        answer,
        nobody,
      );
      // The caller declares the type of its server's sessions.
      return session as S | null;
    },
    getProviders: () => orEmpty("getProviders", fetchProviders(http), null),
    getCsrfToken: () => orEmpty("getCsrfToken", fetchCsrfToken(http), ""),
  };
}
