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
 * Signs in with a provider, or navigates to the sign-in page without one. With `redirect: false` it
 * stays on the page, and resolves to the auth result.
 *
 * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
 * @throws TypeError with `popup: true`; use `signInByPopup`
 * @see https://next-auth.js.org/getting-started/client#signin
 */
// One function implements all signatures. `redirect` decides which one applies.
export const signIn: SignIn = signInWithCurrentClient as SignIn;
