import { toFetchError, type Http } from "./http.ts";

/**
 * Asks `GET /csrf` for the token that every POST needs. Empty if the server has no such endpoint
 * (SvelteKit and Qwik check the origin instead).
 *
 * @throws SessionFetchError
 */
export async function fetchCsrfToken(http: Http, controller?: AbortController): Promise<string> {
  const answer = await http("csrf", controller);
  const { csrfToken } = Object(answer.data) as { csrfToken?: unknown };
  if (answer.status === 404) return "";
  if (!answer.ok || typeof csrfToken !== "string") throw toFetchError(answer);
  return csrfToken;
}
