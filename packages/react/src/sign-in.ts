import {
  signIn as signInToStore,
  type SignInAuthorizationParams,
  type SignInOptions,
} from "@sojourn/core";
import { getCurrentClient, ownClientOf } from "./current-client.ts";
import type { SignIn } from "./types.ts";

function signInWithCurrentClient(
  provider?: string,
  options?: SignInOptions | FormData,
  authorizationParams?: SignInAuthorizationParams,
): Promise<unknown> {
  const store = getCurrentClient();
  const own = ownClientOf(store);
  if (own) return own.signIn(provider, options, authorizationParams);
  return signInToStore(store, provider, options, authorizationParams);
}

/**
 * Signs in with a provider, or goes to the sign-in page without one. With `redirect: false` it
 * stays on the page and resolves to the server's verdict.
 *
 * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
 * @throws TypeError with `popup: true`, for which there is `signInByPopup`
 * @see https://next-auth.js.org/getting-started/client#signin
 */
// One implementation serves all signatures; which of them holds follows from `redirect`.
export const signIn: SignIn = signInWithCurrentClient as SignIn;
