import {
  signInByPopup as signInToStore,
  type SignInAuthorizationParams,
  type SignInOptions,
  type SignInResponse,
} from "@sojourn/core";
import { getCurrentClient, ownClientOf } from "./current-client.ts";

/**
 * Signs in with an OAuth provider in a popup, while the page stays. Resolves when the popup has
 * come back. Call it in the handler of a click, because browsers block popups elsewhere.
 *
 * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
 */
export function signInByPopup(
  provider: string,
  options?: SignInOptions | FormData,
  authorizationParams?: SignInAuthorizationParams,
): Promise<SignInResponse> {
  const store = getCurrentClient();
  const own = ownClientOf(store);
  if (!own) return signInToStore(store, provider, options, authorizationParams);
  return own.signIn(provider, { ...options, popup: true }, authorizationParams);
}
