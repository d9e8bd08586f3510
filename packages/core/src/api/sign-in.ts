import type { ClientSafeProvider, SignInAuthorizationParams } from "../types/sign-in.ts";
import { toForm } from "./form.ts";
import type { Http } from "./http.ts";
import { readAuthResult, type AuthResult } from "./auth-result.ts";

/** Whether the response to a sign-in ends it. With other types it continues at the provider. */
export function isDirect(type: ClientSafeProvider["type"]): boolean {
  return type === "credentials" || type === "webauthn";
}

/**
 * `POST /callback/:provider` for credentials and passkeys, `POST /signin/:provider` for all others.
 * `json` is for v4. v5 uses a header instead, and passes `json` to `authorize`, which ignores it.
 *
 * @param fields what the provider takes, `csrfToken` and `callbackUrl`. Fields that are
 *   `undefined` are not sent
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
  // The other types lead to the provider first.
  return readAuthResult(answer, isDirect(type) ? fields.callbackUrl : "");
}
