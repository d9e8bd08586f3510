import type { Popup } from "../environment/environment.ts";
import { errorOf, withoutAuthResult } from "../api/auth-result.ts";
import { SignInError } from "../errors.ts";
import { isSameUser } from "../session/identity.ts";
import type { SignInAuthorizationParams, SignInOptions, SignInResponse } from "../types/sign-in.ts";
import { mutate, UNCERTAIN } from "./mutate.ts";
import type { MutationPorts, PagePort } from "./ports.ts";
import { fieldsOf, requestSignIn } from "./request-sign-in.ts";

/**
 * Waits until the popup is back at this origin, or closed.
 *
 * @param target where the server sends it after a success; after a failure it goes to a page of the
 *   app, with the error in the address
 * @returns the error, an empty text for none, or `undefined` if the visitor has closed it
 */
async function untilBack(
  { pause }: PagePort,
  popup: Popup,
  target: string,
): Promise<string | undefined> {
  while (!popup.isClosed()) {
    const url = popup.url() ?? "";
    const error = errorOf(url);
    if (error || url.startsWith(target)) return error ?? "";
    await pause();
  }
  return undefined;
}

/**
 * Where the popup is to come back to: a small answer without a script, so that it does not load the
 * app, unless that is on another origin, into which nobody can look.
 */
function homeOf({ authHref, pageUrl }: PagePort): string {
  const page = pageUrl();
  const list = new URL(`${authHref}/providers`, page);
  return list.origin === new URL(page).origin ? list.href : withoutAuthResult(page);
}

/** Signs in with an OAuth provider while the page stays; see `SignInOptions.popup`. */
export async function signInByPopup(
  { session, http, page }: MutationPorts,
  openPopup: () => Popup | null,
  id: string,
  options: SignInOptions,
  authorizationParams?: SignInAuthorizationParams,
): Promise<SignInResponse> {
  // Before anything is waited for: a click gives leave for a moment only.
  const popup = openPopup();
  if (!popup) throw new SignInError("popup-blocked", { detail: id });
  const { session: previous } = session.get().cache;
  const target = homeOf(page);
  let error: string | undefined;
  try {
    const url = await mutate(session, false, async (settle) => {
      const sent = { ...fieldsOf(options), callbackUrl: target };
      const asked = await requestSignIn(http, id, sent, authorizationParams, settle);
      settle({});
      if (!asked) throw new SignInError("unknown-provider", { detail: id });
      const { ok, url: next = "", error: reason, status } = asked.result;
      if (!ok) throw new SignInError("refused", { detail: reason, status });
      return page.toSafeUrl(next, true);
    });
    popup.go(url);
    error = await untilBack(page, popup, target);
  } finally {
    popup.close();
  }
  if (error) throw new SignInError("refused", { detail: error });
  await mutate(session, false, async (settle) => settle(UNCERTAIN));
  await session.untilSettled();
  const { cache, failure, options: settings } = session.get();
  const { session: found } = cache;
  if (!found && failure.error) throw failure.error;
  // A provider's page may have cut the popup off, so that nobody sees it come back; then the session tells.
  const isNew = found && !isSameUser(found, previous, settings.identify);
  if (!found || (error === undefined && !isNew)) {
    throw new SignInError("popup-closed", { detail: id });
  }
  return { ok: true, status: 200, error: undefined, code: undefined, url: target };
}
