import { resolveAuthUrl } from "../../api/auth-url.ts";
import { createHttp } from "../../api/http.ts";
import { createParser } from "../../api/schema.ts";
import { fetchSession } from "../../api/session.ts";
import { MUTATION_TIMEOUT_MS, TIMEOUT_MS } from "../../durations.ts";
import { createServerEnvironment } from "../../environment/server.ts";
import type { SessionClientOptions } from "../../types/options.ts";
import type { SessionSchema } from "../../types/schema.ts";
import type { RegisteredSession, SessionBase } from "../../types/session.ts";
import { askHandler, type AuthHandler } from "./ask-handler.ts";
import { mayHaveFailed } from "./may-have-failed.ts";

/** Options of `readSession`. */
export interface ReadSessionOptions<S> extends Pick<
  SessionClientOptions<S>,
  "basePath" | "schema" | "timeoutMs"
> {
  /**
   * The name of the session's cookie, if `cookies.sessionToken.name` of the auth server sets one. By
   * this cookie, a database that is down is told from "nobody is signed in". Default:
   * `authjs.session-token`, as in Auth.js v5. It also stands for `__Secure-` and `__Host-` with it.
   */
  readonly sessionCookie?: string | undefined;
}

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
  const { basePath, sessionCookie, timeoutMs = TIMEOUT_MS } = options;
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
    if (!session && mayHaveFailed(request, headers, sessionCookie))
      return { session: undefined, headers };
    // The caller declares the type of its server's sessions.
    return { session: session as S | null, headers };
  } catch (error) {
    console.error("[sojourn] readSession() failed:", error);
    return { session: undefined, headers: asked.headers };
  }
}
