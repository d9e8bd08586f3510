import { withoutForm } from "./api/to-json.ts";
import { openPopup as openBrowserPopup } from "./environment/browser/popup.ts";
import { createTurns, type InTurn } from "./mutations/create-turns.ts";
import { contextOf, type MutationContext } from "./mutations/mutation-context.ts";
import { signInByPopup as runSignInByPopup } from "./mutations/sign-in-by-popup.ts";
import type { SessionStore } from "./types/client.ts";
import type { SignInAuthorizationParams, SignInOptions, SignInResponse } from "./types/sign-in.ts";

/** A popup may be open for long, and nothing else has to wait for it. */
const popups = new WeakMap<MutationContext, InTurn>();

function inPopup(context: MutationContext): InTurn {
  const inTurn = popups.get(context) ?? createTurns(false);
  popups.set(context, inTurn);
  return inTurn;
}

/**
 * Signs in with an OAuth provider in a popup: the page stays. Call it in the handler of a click, for
 * elsewhere browsers block popups.
 *
 * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
 * @throws TypeError where `store` is none
 */
export function signInByPopup<S>(
  store: SessionStore<S>,
  id: string,
  given?: SignInOptions | FormData,
  params?: SignInAuthorizationParams,
): Promise<SignInResponse> {
  const context = contextOf(store);
  const { openPopup = openBrowserPopup, whileShown } = context;
  const options = withoutForm(given ?? {}) as SignInOptions;
  const asked = [id, options, params && String(new URLSearchParams(params))];
  return inPopup(context)("in", asked, () =>
    whileShown(() => runSignInByPopup(context, openPopup, id, options, params)),
  );
}
