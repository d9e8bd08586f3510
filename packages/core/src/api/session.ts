import type { SessionAnswer } from "../session/event.ts";
import { lifetimeMs } from "../session/expiry.ts";
import type { SessionSchema } from "../types/schema.ts";
import type { SessionBase } from "../types/session.ts";
import { parseSession } from "./schema.ts";
import { toCsrfError, toFetchError, type Http, type HttpAnswer } from "./http.ts";

/** Asks for the session. @throws SessionFetchError */
export type FetchSession = (controller: AbortController) => Promise<SessionAnswer>;

type Schema = SessionSchema<SessionBase>;

const MIN_LIFETIME_MS = 1000;

/** `null` (v5) and `{}` (v4) both say that nobody is signed in; so does a 401. */
async function toSessionAnswer(answer: HttpAnswer, schema?: Schema): Promise<SessionAnswer> {
  const { data, ok, url, status, serverNow } = answer;
  // Looked into no further than `user` and `expires`: the rest is between the server and its users.
  const session = Object(data) as SessionBase;
  const isNobody = data === null || JSON.stringify(data) === "{}";
  if (status === 401 || (ok && isNobody)) return { session: null, lifetimeMs: Infinity };
  if (!ok || !(session.user || session.expires)) throw toFetchError(answer);
  const leftMs = lifetimeMs(session.expires, serverNow);
  return {
    session: schema ? await parseSession(schema, session, { url, status }) : session,
    raw: schema && session,
    // A server that sends a session which has ended, or ends at once, would be asked without end.
    lifetimeMs: leftMs > 0 ? Math.max(leftMs, MIN_LIFETIME_MS) : Infinity,
  };
}

/**
 * `GET /session`.
 *
 * @throws SessionFetchError
 * @see https://authjs.dev/reference/core/types#authaction
 */
export async function fetchSession(
  http: Http,
  controller?: AbortController,
  schema?: Schema,
): Promise<SessionAnswer> {
  return toSessionAnswer(await http("session", controller), schema);
}

/**
 * `POST /session`: has the server make a new session out of the old one and `data`.
 *
 * @throws CsrfError if the token was refused: both server versions say so by 400 and nothing else
 * @throws SessionFetchError
 */
export async function postSession(
  http: Http,
  csrfToken: string,
  data: unknown,
  controller: AbortController,
  schema?: Schema,
): Promise<SessionAnswer> {
  const answer = await http("session", controller, { csrfToken, data });
  if (answer.status === 400) throw toCsrfError(answer);
  return toSessionAnswer(answer, schema);
}
