import { toCsrfError, toFetchError, type HttpAnswer } from "./http.ts";

/** What the server said to a sign-in or sign-out: where to go, and in its query how it went. */
export interface Verdict {
  /** As the server sent it, so perhaps relative; `undefined` if it sent none. */
  readonly url: string | undefined;
  readonly status: number;
  /** Whether the answer is ok and carries no error. */
  readonly ok: boolean;
  readonly error: string | undefined;
  readonly code: string | undefined;
}

/**
 * An address to come back to, without the parameters in which a server says how it went: a success
 * leads there, and must not read like a failure.
 */
export function withoutVerdict(url: string): string {
  return url.replace(/(?<=[?&])(error|csrf)=[^&#]*&?/g, "");
}

function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(/^[^?#]*(\?[^#]*)/.exec(url)?.[1]);
}

/** The error that a server has written into an address, perhaps a relative one. */
export function errorOf(url: string): string | undefined {
  return queryOf(url).get("error") ?? undefined;
}

/**
 * Reads the answer of a sign-in or sign-out of either server version. The status does not tell: v5
 * answers 200 to wrong credentials.
 *
 * @throws CsrfError if the token was refused; v4 says `csrf=true` and nothing of an error
 * @throws SessionFetchError if the answer is not JSON, or an error that names no `url`
 */
export function readVerdict(answer: HttpAnswer): Verdict {
  const { data, status, ok } = answer;
  const { url } = Object(data) as { url?: unknown };
  const target = typeof url === "string" && url ? url : undefined;
  if (data === undefined || !(ok || target)) throw toFetchError(answer);
  const query = queryOf(target ?? "");
  const error = errorOf(target ?? "");
  if (query.has("csrf") || error === "MissingCSRF") throw toCsrfError(answer);
  const code = (error && query.get("code")) || undefined;
  return { url: target, status, ok: ok && !error, error, code };
}
