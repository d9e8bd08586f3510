import { fetchCsrfToken } from "../api/csrf.ts";
import type { Http } from "../api/http.ts";
import { postSignIn } from "../api/sign-in.ts";
import type { AuthResult } from "../api/auth-result.ts";
import { SignInError } from "../errors.ts";
import type {
  ClientSafeProvider,
  SignInAuthorizationParams,
  SignInOptions,
} from "../types/sign-in.ts";
import { UNCERTAIN, type Settle } from "./mutate.ts";
import { postWithCsrfToken } from "./post-with-csrf-token.ts";
import { providerListOf } from "./provider-list.ts";

/** What of the options is for the server. */
export function fieldsOf(options: SignInOptions): Record<string, unknown> {
  const ours = { callbackUrl: undefined, redirect: undefined, redirectTo: undefined };
  return { ...options, ...ours, popup: undefined, ceremony: undefined };
}

/**
 * Looks the provider up, and posts the sign-in.
 *
 * @returns `undefined` where the server has no provider of that id
 * @throws SignInError `no-providers`, CsrfError, SessionFetchError
 */
export async function requestSignIn(
  http: Http,
  id: string,
  fields: Record<string, unknown> & { callbackUrl: string },
  authorizationParams: SignInAuthorizationParams | undefined,
  settle: Settle,
): Promise<{ provider: ClientSafeProvider; result: AuthResult } | undefined> {
  const controller = new AbortController();
  const [providers, token] = await Promise.all([
    providerListOf(http).get(controller),
    fetchCsrfToken(http, controller),
  ]).catch((error: unknown) => {
    // Nobody waits for the other one any more.
    controller.abort();
    throw error;
  });
  if (!providers) throw new SignInError("no-providers", { detail: "is basePath right?" });
  const provider = Object.hasOwn(providers, id) ? providers[id] : undefined;
  if (!provider) return undefined;
  settle(UNCERTAIN);
  const result = await postWithCsrfToken(http, token, (csrfToken) =>
    postSignIn(http, { id, type: provider.type }, { ...fields, csrfToken }, authorizationParams),
  );
  return { provider, result };
}
