import type { SignOutOptions } from "@sojourn/core";
import { getCurrentClient } from "./current-client.ts";
import type { SignOut } from "./types.ts";

function signOutWithCurrentClient(options?: SignOutOptions): Promise<unknown> {
  return getCurrentClient().signOut(options);
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
