import { signOut as signOutOfStore, type SignOutOptions } from "@sojourn/core";
import { getCurrentClient, ownClientOf } from "./current-client.ts";
import type { SignOut } from "./types.ts";

function signOutWithCurrentClient(options?: SignOutOptions): Promise<unknown> {
  const store = getCurrentClient();
  const own = ownClientOf(store);
  return own ? own.signOut(options) : signOutOfStore(store, options);
}

/**
 * Signs out in all tabs, and goes to `callbackUrl`. With `redirect: false` it stays on the page and
 * resolves to the `url`. If it fails, the session stays and the promise rejects.
 *
 * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
 * @see https://next-auth.js.org/getting-started/client#signout
 */
// One implementation serves all signatures; which of them holds follows from `redirect`.
export const signOut: SignOut = signOutWithCurrentClient as SignOut;
