import { toCsrfError, toFetchError, type HttpAnswer } from "./http.ts";

/** What the server said to a sign-in or sign-out: where to go, and in its query how it went. */
export interface AuthResult {
  /** As the server sent it, so perhaps relative; `undefined` if it sent none. */
  readonly url: string | undefined;
  readonly status: number;
  /** Whether the answer is ok and carries no error. */
  readonly ok: boolean;
  readonly error: string | undefined;
  readonly code: string | undefined;
  /**
   * The answer leads to just the address that was sent, and that has an error in it: a success, or
   * the same failure once more. Only the session tells.
   */
  readonly isAmbiguous: boolean;
}

/**
 * An address without the parameters in which a server says how it went: where we choose it
 * ourselves, a success that leads there must not read like a failure.
 */
export function withoutAuthResult(url: string): string {
  return url.replace(/(?<=[?&])(error|csrf)=[^&#]*&?/g, "");
}

function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(/^[^?#]*(\?[^#]*)/.exec(url)?.[1]);
}

/** The error that a server has written into an address, perhaps a relative one. */
export function errorOf(url: string): string | undefined {
  return queryOf(url).get("error") ?? undefined;
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]*|[?#].*$/gs, "") || "/";
}

/** What the query of an answer has more than the address that was sent; all, if it leads elsewhere. */
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
 * Reads the answer of a sign-in or sign-out of either server version. The status does not tell: v5
 * answers 200 to wrong credentials.
 *
 * @param callbackUrl the address to which a success leads, as it was sent: what is in its query is the
 *   user's own. Empty where a success leads elsewhere
 * @throws CsrfError if the token was refused; v4 says `csrf=true` and nothing of an error
 * @throws SessionFetchError if the answer is not JSON, or an error that names no `url`
 */
export function readAuthResult(answer: HttpAnswer, callbackUrl: string): AuthResult {
  const { data, status, ok } = answer;
  const { url } = Object(data) as { url?: unknown };
  const target = typeof url === "string" && url ? url : undefined;
  if (data === undefined || !(ok || target)) throw toFetchError(answer);
  const answered = queryOf(target ?? "");
  const added = addedTo(target ?? "", callbackUrl);
  if (added.has("csrf") || added.get("error") === "MissingCSRF") throw toCsrfError(answer);
  // The same error as in the address that was sent is one of this answer where something else
  // speaks for it: its status, or a code.
  const isFailure = !ok || added.has("error") || added.has("code");
  const error = (isFailure && (added.get("error") ?? answered.get("error"))) || undefined;
  const code = (error && answered.get("code")) || undefined;
  const isAmbiguous = ok && !error && answered.has("error");
  return { url: target, status, ok: ok && !error, error, code, isAmbiguous };
}
