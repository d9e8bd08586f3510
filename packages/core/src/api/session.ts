import { MIN_LIFETIME_MS } from "../durations.ts";
import type { SessionAnswer } from "../session/event.ts";
import { lifetimeMs } from "../session/state/expiry.ts";
import type { SessionBase } from "../types/session.ts";
import type { ParseSession } from "./schema.ts";
import { toCsrfError, toFetchError, type Http, type HttpAnswer } from "./http.ts";

/** Reads the session. @throws SessionFetchError, and TypeError as `Http` does */
export type FetchSession = (controller: AbortController) => Promise<SessionAnswer>;

/**
 * Converts a response to an answer. `null` (v5), `{}` (v4) and a 401 whose body is JSON all mean
 * that nobody is signed in.
 */
async function toSessionAnswer(
  answer: HttpAnswer,
  parse?: ParseSession,
  signal?: AbortSignal,
): Promise<SessionAnswer> {
  const { data, ok, url, status, serverNow, isServerClock } = answer;
  const isNobody = data === null || JSON.stringify(data) === "{}";
  // A body that is not JSON comes from a proxy, whatever its status.
  const isRefused = status === 401 && data !== undefined;
  if (isRefused || (ok && isNobody)) {
    return { session: null, lifetimeMs: Infinity, isServerClock };
  }
  // Any object is a session. Only a schema checks its fields.
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
 * Asks `GET /session`.
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
 * Asks `POST /session` to create a new session from the old one and `data`.
 *
 * @throws CsrfError if the token was refused. Both server versions answer 400 for this, and for
 *   nothing else
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
