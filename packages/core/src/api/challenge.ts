import { toForm } from "./form.ts";
import { toFetchError, type Http } from "./http.ts";

/**
 * Asks `GET /webauthn-options/:provider` for the challenge that a passkey signs, or is created for.
 *
 * @param fields which user it is for, and `action`: `"register"` or `"authenticate"`. Without an
 *   action the server decides
 * @throws SessionFetchError
 * @see https://authjs.dev/getting-started/authentication/webauthn
 */
export async function fetchChallenge(
  http: Http,
  id: string,
  fields: Record<string, unknown>,
): Promise<unknown> {
  const answer = await http(`webauthn-options/${encodeURIComponent(id)}?${toForm(fields)}`);
  if (!answer.ok || !answer.data) throw toFetchError(answer);
  return answer.data;
}
