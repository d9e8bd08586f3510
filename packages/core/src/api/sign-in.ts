import type { ClientSafeProvider, SignInAuthorizationParams } from "../types/sign-in.ts";
import { toForm } from "./form.ts";
import type { Http } from "./http.ts";
import { readAuthResult, type AuthResult } from "./auth-result.ts";

/** Whether a sign-in is over with the answer, and not only begun. */
export function isDirect(type: ClientSafeProvider["type"]): boolean {
  return type === "credentials" || type === "webauthn";
}

/**
 * `POST /callback/:provider` for credentials and passkeys, `POST /signin/:provider` for all others. `json` is
 * for v4; v5 goes by a header, and hands `json` on to `authorize`, which ignores it.
 *
 * @param fields what the provider takes, `csrfToken` and `callbackUrl`; those undefined are not sent
 * @throws SessionFetchError, CsrfError
 */
export async function postSignIn(
  http: Http,
  { id, type }: Pick<ClientSafeProvider, "id" | "type">,
  fields: Record<string, unknown> & { callbackUrl: string },
  authorizationParams?: SignInAuthorizationParams,
): Promise<AuthResult> {
  const action = isDirect(type) ? "callback" : "signin";
  const query = String(new URLSearchParams(authorizationParams));
  const form = toForm({ ...fields, json: true });
  const endpoint = `${action}/${encodeURIComponent(id)}${query && `?${query}`}`;
  const answer = await http(endpoint, undefined, form);
  // Other providers lead elsewhere first.
  return readAuthResult(answer, isDirect(type) ? fields.callbackUrl : "");
}
