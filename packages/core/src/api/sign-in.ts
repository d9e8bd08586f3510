import type { ClientSafeProvider, SignInAuthorizationParams } from "../types/sign-in.ts";
import type { Http } from "./http.ts";
import { readVerdict, type Verdict } from "./verdict.ts";

/**
 * `POST /callback/:provider` for credentials, `POST /signin/:provider` for all others. `json` is
 * for v4; v5 goes by a header, and hands `json` on to `authorize`, which ignores it.
 *
 * @param fields what the provider takes, `csrfToken` and `callbackUrl`; those undefined are not sent
 * @throws SessionFetchError, CsrfError
 */
export async function postSignIn(
  http: Http,
  { id, type }: ClientSafeProvider,
  fields: Record<string, unknown>,
  authorizationParams?: SignInAuthorizationParams,
): Promise<Verdict> {
  const action = type === "credentials" ? "callback" : "signin";
  const query = String(new URLSearchParams(authorizationParams));
  const sent = Object.entries({ ...fields, json: true }).filter(([, value]) => value !== undefined);
  const form = new URLSearchParams(sent.map(([name, value]) => [name, String(value)]));
  const endpoint = `${action}/${encodeURIComponent(id)}${query && `?${query}`}`;
  return readVerdict(await http(endpoint, undefined, form));
}
