import { prepareSignIn as prepareSignInOfStore } from "@sojourn/core";
import { getCurrentClient } from "./current-client.ts";

/**
 * Asks for the list of providers and the CSRF token ahead, so that a `signIn` that follows begins
 * with its POST: `<button onPointerEnter={prepareSignIn} onFocus={prepareSignIn}>`. Further calls
 * ask nothing, until the token is five minutes old, or somebody has signed in or out. It never
 * throws: after a failure `signIn` asks by itself.
 */
export function prepareSignIn(): void {
  void prepareSignInOfStore(getCurrentClient());
}
