import { MIN_LIFETIME_MS } from "../durations.ts";
import type { SessionAnswer } from "../session/event.ts";
import { lifetimeMs } from "../session/state/expiry.ts";
import type { SessionBase } from "../types/session.ts";
import type { ParseSession } from "./schema.ts";
import { toCsrfError, toFetchError, type Http, type HttpAnswer } from "./http.ts";

/** Asks for the session. @throws SessionFetchError, and TypeError as `Http` does */
export type FetchSession = (controller: AbortController) => Promise<SessionAnswer>;

/** `null` (v5) and `{}` (v4) both say that nobody is signed in; so does a 401 whose body is JSON. */
async function toSessionAnswer(
  answer: HttpAnswer,
  parse?: ParseSession,
  signal?: AbortSignal,
): Promise<SessionAnswer> {
  const { data, ok, url, status, serverNow, isServerClock } = answer;
  const isNobody = data === null || JSON.stringify(data) === "{}";
  // Anything else than JSON was written by a proxy, whatever its status.
  const isRefused = status === 401 && data !== undefined;
  if (isRefused || (ok && isNobody)) {
    return { session: null, lifetimeMs: Infinity, isServerClock };
  }
  // Any object is a session: what is in it is between the server and its users.
  if (!ok || typeof data !== "object" || Array.isArray(data)) throw toFetchError(answer);
  const session = data as SessionBase;
  const leftMs = lifetimeMs(session.expires, serverNow);
  return {
    session: parse ? await parse(session, { url, status }, signal) : session,
    serverSession: parse && session,
    lifetimeMs: leftMs > 0 ? Math.max(leftMs, MIN_LIFETIME_MS) : Infinity,
    isServerClock,
  };
}

/**
 * `GET /session`.
 *
 * @throws SessionFetchError, and TypeError as `Http` does
 * @see https://authjs.dev/reference/core/types#authaction
 */
export async function fetchSession(
  http: Http,
  controller?: AbortController,
  parse?: ParseSession,
): Promise<SessionAnswer> {
  return toSessionAnswer(await http("session", controller), parse, controller?.signal);
}

/**
 * `POST /session`: has the server make a new session out of the old one and `data`.
 *
 * @throws CsrfError if the token was refused: both server versions say so by 400 and nothing else
 * @throws SessionFetchError, and TypeError as `Http` does
 */
export async function postSession(
  http: Http,
  csrfToken: string,
  data: unknown,
  controller: AbortController,
  parse?: ParseSession,
): Promise<SessionAnswer> {
  const answer = await http("session", controller, { csrfToken, data });
  if (answer.status === 400 && answer.data !== undefined) throw toCsrfError(answer);
  return toSessionAnswer(answer, parse, controller.signal);
}
