import { resolveAuthUrl } from "../api/auth-url.ts";
import { createHttp } from "../api/http.ts";
import { createParser } from "../api/schema.ts";
import { fetchSession } from "../api/session.ts";
import { MUTATION_TIMEOUT_MS, TIMEOUT_MS } from "../durations.ts";
import { createServerEnvironment } from "../environment/server.ts";
import type { SessionClientOptions } from "../types/options.ts";
import type { SessionSchema } from "../types/schema.ts";
import type { RegisteredSession, SessionBase } from "../types/session.ts";
import { askHandler, type AuthHandler } from "./server/ask-handler.ts";
import { isInDoubt } from "./server/is-in-doubt.ts";

export type { AuthHandler } from "./server/ask-handler.ts";
export { toSignIn } from "./server/to-sign-in.ts";

/** Options of `readSession`. */
export type ReadSessionOptions<S> = Pick<
  SessionClientOptions<S>,
  "basePath" | "schema" | "timeoutMs"
>;

/** What the auth server has answered for one request. */
export interface ServerSession<S> {
  /**
   * The session; `null` means that nobody is signed in, and `undefined` that it could not be read.
   * A page that is rendered with `undefined` shows "loading", and the browser reads the session.
   */
  readonly session: S | null | undefined;
  /**
   * The auth server's `Set-Cookie` headers, by which it renews or clears its cookie. Send them with
   * the response of the page.
   */
  readonly headers: Headers;
}

/**
 * Reads the session of one request on the app's server. It asks the handlers of the auth server in
 * the same process, so it sends no request over the network, and keeps nothing. A failure is
 * logged, and `session` is `undefined` then.
 *
 * @param handler answers a request to the auth server, e.g. `(request) => Auth(request, config)`
 * @throws TypeError if `basePath` cannot be parsed
 * @see https://authjs.dev/reference/core#auth
 */
export async function readSession<S extends SessionBase = RegisteredSession>(
  request: Request,
  handler: AuthHandler,
  options: ReadSessionOptions<S> = {},
): Promise<ServerSession<S>> {
  const { basePath, timeoutMs = TIMEOUT_MS } = options;
  const environment = createServerEnvironment();
  const asked = askHandler(request, handler);
  const authUrl = resolveAuthUrl(basePath, new URL(request.url).origin);
  const limits = { timeoutMs, mutationTimeoutMs: MUTATION_TIMEOUT_MS };
  const http = createHttp(environment, authUrl, { fetch: asked.fetch, ...limits });
  // The output of the schema is `S`. This code only needs it to be a session.
  const schema = options.schema as SessionSchema<SessionBase> | undefined;
  const parse = createParser(environment, schema, timeoutMs);

  try {
    const { session } = await fetchSession(http, undefined, parse);
    const { headers } = asked;
    if (!session && isInDoubt(request, headers)) return { session: undefined, headers };
    // The caller declares the type of its server's sessions.
    return { session: session as S | null, headers };
  } catch (error) {
    console.error("[sojourn] readSession() failed:", error);
    return { session: undefined, headers: asked.headers };
  }
}

/**
 * Whether the request loads a page. Other responses renew no cookie: one that arrives after a sign-out
 * in another tab would bring the cookie back.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Mode
 */
const isPageLoad = ({ headers }: Request): boolean =>
  (headers.get("Sec-Fetch-Mode") ?? "navigate") === "navigate";

const nameOf = (cookie: string): string => cookie.slice(0, cookie.indexOf("="));

/** Reads the session of one request at most once, for all that ask for it. */
export interface SessionReader<S extends SessionBase = RegisteredSession> {
  /** Reads the session when it is first called, as `readSession` does. */
  readonly read: () => Promise<S | null | undefined>;
  /**
   * Prepares the response that may contain what has been read. It adds `Cache-Control: private,
   * no-store`, if the response has no `Cache-Control`. To a page that a browser loads it adds the
   * auth server's `Set-Cookie` headers, but for cookies that the response sets itself. Without a
   * call of `read`, it returns the response as it is. It does not wait: the cookies of a session that
   * is still being read are not sent.
   */
  readonly complete: (response: Response) => Response;
}

/**
 * Creates a reader of the session for one request: the loaders and guards of the request share it,
 * and a middleware completes the response. A request for which nobody asks reads nothing, such as
 * one to the auth server itself.
 *
 * @param handler answers a request to the auth server, e.g. `(request) => Auth(request, config)`
 */
export function createSessionReader<S extends SessionBase = RegisteredSession>(
  request: Request,
  handler: AuthHandler,
  options?: ReadSessionOptions<S>,
): SessionReader<S> {
  const cookies: string[] = [];
  let reading: Promise<S | null | undefined> | undefined;

  async function readOnce() {
    const { session, headers } = await readSession(request, handler, options);
    if (isPageLoad(request)) cookies.push(...headers.getSetCookie());
    return session;
  }

  return {
    read: () => (reading ??= readOnce()),
    complete(response) {
      if (!reading) return response;
      // The headers of some responses cannot be changed, such as those of `Response.redirect`.
      const headers = new Headers(response.headers);
      // An action that signs out has cleared the cookie which the read has renewed.
      const own = new Set(headers.getSetCookie().map(nameOf));
      for (const cookie of cookies)
        if (!own.has(nameOf(cookie))) headers.append("Set-Cookie", cookie);
      if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
      const { body, status, statusText } = response;
      return new Response(body, { headers, status, statusText });
    },
  };
}
