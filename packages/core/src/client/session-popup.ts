import { openPopup as openBrowserPopup } from "../environment/browser/popup.ts";
import { portsOf } from "../mutations/ports.ts";
import { signInByPopup as runSignInByPopup } from "../mutations/sign-in-by-popup.ts";
import type { SessionStore } from "../types/client.ts";
import type { SignInAuthorizationParams, SignInOptions, SignInResponse } from "../types/sign-in.ts";
import { signInRequestOf } from "./sign-in-request.ts";

/**
 * Signs in with an OAuth provider in a popup, while the page stays. Call it in the handler of a
 * click, because browsers block popups elsewhere.
 *
 * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
 * @throws TypeError if `store` is not a session store
 */
export function signInByPopup<S>(
  store: SessionStore<S>,
  id: string,
  given?: SignInOptions | FormData,
  params?: SignInAuthorizationParams,
): Promise<SignInResponse> {
  const ports = portsOf(store);
  const { openPopup = openBrowserPopup } = ports.environment;
  const { options, key } = signInRequestOf(id, given, params);
  return ports.enqueue("popup", key, () =>
    ports.whenShown(() => runSignInByPopup(ports, openPopup, id, options, params)),
  );
}
