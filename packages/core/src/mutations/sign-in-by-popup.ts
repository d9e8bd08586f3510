import type { Popup } from "../environment/environment.ts";
import { errorOf, withoutAuthResult } from "../api/auth-result.ts";
import { toSafeRedirect } from "../api/safe-redirect.ts";
import { SignInError } from "../errors.ts";
import { isSameUser } from "../session/identity.ts";
import type { SignInAuthorizationParams, SignInOptions, SignInResponse } from "../types/sign-in.ts";
import { mutate, UNCERTAIN } from "./mutate.ts";
import type { MutationPorts, PagePort } from "./ports.ts";
import { fieldsOf, requestSignIn } from "./request-sign-in.ts";

/**
 * Waits until the popup is back at this origin, or closed.
 *
 * @param target where the server sends the popup after a success. After a failure it goes to a page
 *   of the app, with the error in the address
 * @returns the error; an empty text for a success; `undefined` if the user has closed the popup
 */
async function waitForPopup(
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
 * Returns the address where the popup comes back. It is a small answer without a script
 * (`/providers`), so that the popup does not load the app. If that is on another origin, the page
 * cannot read the popup's address, so it is a page of the app.
 */
export function popupReturnUrl({ authHref, pageUrl }: PagePort): string {
  const page = pageUrl();
  const list = new URL(`${authHref}/providers`, page);
  return list.origin === new URL(page).origin ? list.href : withoutAuthResult(page);
}

/** Signs in with an OAuth provider while the page stays; see `SignInOptions.popup`. */
export async function signInByPopup(
  ports: MutationPorts,
  openPopup: () => Popup | null,
  id: string,
  options: SignInOptions,
  authorizationParams?: SignInAuthorizationParams,
): Promise<SignInResponse> {
  const { session, page } = ports;
  // The popup opens before anything is awaited, because a click permits it only for a moment.
  const popup = openPopup();
  if (!popup) throw new SignInError("popup-blocked", { detail: id });
  const { session: previous } = session.get().cache;
  const target = popupReturnUrl(page);
  const prepared = ports.prepared?.take();
  let error: string | undefined;
  try {
    const url = await mutate(session, false, async (settle) => {
      const fields = { ...fieldsOf(options), callbackUrl: target };
      const response = await requestSignIn(
        ports,
        id,
        fields,
        authorizationParams,
        settle,
        prepared,
      );
      settle({});
      if (!response) throw new SignInError("unknown-provider", { detail: id });
      const { ok, url: next = "", error: reason, status } = response.result;
      if (!ok) throw new SignInError("refused", { detail: reason, status });
      return toSafeRedirect(next, page.pageUrl(), true);
    });
    popup.go(url);
    error = await waitForPopup(page, popup, target);
  } finally {
    popup.close();
  }
  if (error) throw new SignInError("refused", { detail: error });
  await mutate(session, false, async (settle) => settle(UNCERTAIN));
  await session.untilSettled();
  const { cache, failure, options: settings } = session.get();
  const { session: found } = cache;
  if (!found && failure.error) throw failure.error;
  // A provider's page may have cut the popup off, so that its return was not visible. Then the
  // session decides.
  const isNew = found && !isSameUser(found, previous, settings.identify);
  if (!found || (error === undefined && !isNew)) {
    throw new SignInError("popup-closed", { detail: id });
  }
  return { ok: true, status: 200, error: undefined, code: undefined, url: target };
}
