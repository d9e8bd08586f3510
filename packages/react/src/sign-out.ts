import { signOut as signOutOfStore, type SignOutOptions } from "@sojourn/core";
import { getCurrentClient, ownClientOf } from "./current-client.ts";
import type { SignOut } from "./types.ts";

function signOutWithCurrentClient(options?: SignOutOptions): Promise<unknown> {
  const store = getCurrentClient();
  const own = ownClientOf(store);
  return own ? own.signOut(options) : signOutOfStore(store, options);
}

/**
 * Signs out in all tabs, and navigates to `callbackUrl`. With `redirect: false` it stays on the
 * page, and resolves to the `url`. If it fails, the session stays and the promise rejects.
 *
 * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
 * @see https://next-auth.js.org/getting-started/client#signout
 */
// One function implements all signatures. `redirect` decides which one applies.
export const signOut: SignOut = signOutWithCurrentClient as SignOut;
