import { toForm } from "./form.ts";
import { toFetchError, type Http } from "./http.ts";

/**
 * `GET /webauthn-options/:provider`: what a passkey is to sign, or to be made for.
 *
 * @param fields who it is about, and `action`: `"register"` or `"authenticate"`; the server decides else
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
