import { toCsrfError, toFetchError, type HttpAnswer } from "./http.ts";

/** The server's answer to a sign-in or sign-out. */
export interface AuthResult {
  /**
   * Where to go, as the server has sent it, so perhaps relative; `undefined` if it has sent none.
   * Its query says whether the request succeeded.
   */
  readonly url: string | undefined;
  readonly status: number;
  /** Whether the response is ok and contains no error. */
  readonly ok: boolean;
  readonly error: string | undefined;
  readonly code: string | undefined;
  /**
   * The answer leads to exactly the URL that was sent, and that URL contains an error. It may be a
   * success, or the same failure again; only the session tells which.
   */
  readonly isAmbiguous: boolean;
}

/**
 * Returns a URL without the parameters in which a server reports a failure. A URL that the client
 * chooses must not contain them, because a success that leads there would look like a failure.
 */
export function withoutAuthResult(url: string): string {
  return url.replace(/(?<=[?&])(error|csrf)=[^&#]*&?/g, "");
}

function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(/^[^?#]*(\?[^#]*)/.exec(url)?.[1]);
}

/** Returns the error that a server has written into a URL, which may be relative. */
export function errorOf(url: string): string | undefined {
  return queryOf(url).get("error") ?? undefined;
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]*|[?#].*$/gs, "") || "/";
}

/**
 * Returns what the server has added to the query of the URL that was sent; the whole query if the
 * answer leads to another path.
 */
function addedTo(answered: string, sent: string): URLSearchParams {
  if (pathOf(answered) !== pathOf(sent)) return queryOf(answered);
  const left = [...queryOf(sent)].map(String);
  return new URLSearchParams(
    [...queryOf(answered)].filter((entry) => {
      const index = left.indexOf(String(entry));
      if (index >= 0) left.splice(index, 1);
      return index < 0;
    }),
  );
}

/**
 * Reads the response to a sign-in or sign-out, of both server versions. The status is not enough:
 * v5 answers 200 to wrong credentials.
 *
 * @param callbackUrl the URL to which a success leads, as it was sent. Parameters that were in
 *   its query before are the app's own. Empty if a success leads elsewhere
 * @throws CsrfError if the token was refused; v4 only adds `csrf=true`, and no error
 * @throws SessionFetchError if the body is not JSON, or if the response is an error without a
 *   `url`
 */
export function readAuthResult(answer: HttpAnswer, callbackUrl: string): AuthResult {
  const { data, status, ok } = answer;
  const { url } = Object(data) as { url?: unknown };
  const target = typeof url === "string" && url ? url : undefined;
  if (data === undefined || !(ok || target)) throw toFetchError(answer);
  const answered = queryOf(target ?? "");
  const added = addedTo(target ?? "", callbackUrl);
  if (added.has("csrf") || added.get("error") === "MissingCSRF") throw toCsrfError(answer);
  // If the URL that was sent contains the same error, it counts as this answer's only if the status
  // or a code also says so.
  const isFailure = !ok || added.has("error") || added.has("code");
  const error = (isFailure && (added.get("error") ?? answered.get("error"))) || undefined;
  const code = (error && answered.get("code")) || undefined;
  const isAmbiguous = ok && !error && answered.has("error");
  return { url: target, status, ok: ok && !error, error, code, isAmbiguous };
}
