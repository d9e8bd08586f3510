import { toSafeRedirect } from "../../api/safe-redirect.ts";
import { openPopup as openBrowserPopup } from "../../environment/browser/popup.ts";
import type { Popup } from "../../environment/environment.ts";
import { CookiesBlockedError, SignInError } from "../../errors.ts";
import { type MutationPorts, type PagePort, portsOf } from "../../mutations/ports.ts";
import { popupReturnUrl } from "../../mutations/sign-in-by-popup.ts";
import type { SessionStore } from "../../types/client.ts";
import {
  askForAccess,
  type CookieAccessOptions,
  type CookieAccessResult,
} from "./request-cookie-access.ts";

/** Options of {@link signInFromFrame}. */
export interface FrameSignInOptions extends CookieAccessOptions {
  /**
   * The page that the popup shows. It leads to its query parameter `callbackUrl` after the sign-in.
   * Default: the server's sign-in page.
   */
  url?: string | undefined;
}

/** Returns the address of the page where the user signs in. */
function signInPageUrl({ authHref, pageUrl }: PagePort, given: string, target: string): string {
  const url = new URL(toSafeRedirect(given || `${authHref}/signin`, pageUrl(), !given));
  url.searchParams.set("callbackUrl", target);
  return url.href;
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*/s, "");
}

/** Whether a popup is back. The sign-in page may be at the same path, and still has its parameter. */
function isAt(url: string, target: string): boolean {
  const isSamePage = withoutQuery(url) === withoutQuery(target);
  return isSamePage && new URL(url).searchParams.get("callbackUrl") !== target;
}

/** Waits until the popup is back, or closed. Whether it is back; errors stay for the user to see. */
async function waitForReturn({ pause }: PagePort, popup: Popup, target: string): Promise<boolean> {
  while (!popup.isClosed()) {
    if (isAt(popup.url() ?? "", target)) return true;
    await pause();
  }
  return false;
}

async function run<S>(
  store: SessionStore<S>,
  ports: MutationPorts,
  openPopup: () => Popup | null,
  options: FrameSignInOptions,
): Promise<CookieAccessResult<S>> {
  const { page } = ports;
  const target = popupReturnUrl(page);
  const url = signInPageUrl(page, options.url ?? "", target);
  // It opens before anything is awaited, because a click permits it only for a moment.
  const popup = openPopup();
  if (!popup) throw new SignInError("popup-blocked");
  let isBack: boolean;
  try {
    popup.go(url);
    isBack = await waitForReturn(page, popup, target);
  } finally {
    popup.close();
  }
  const reason = await askForAccess(store, ports, options);
  const session = await store.getSession();
  const { error } = ports.session.get().failure;
  if (!session && error) throw error;
  // A provider's page may have cut the popup off. Then the session decides.
  if (!session && !isBack) throw new SignInError("popup-closed");
  // The cookies that the popup has set are not sent even now.
  if (!session && !reason) throw new CookiesBlockedError("cookies-blocked", { url: page.authHref });
  return { granted: !reason, reason, session };
}

/**
 * Signs in from a frame of another site in a popup, with any provider. The popup is a page of the
 * site itself, so it has the site's cookies. Then it asks for these cookies for the frame, and reads
 * the session. Some browsers grant them only on another click: `session` is `null` then, and the
 * app shows a button that calls `requestCookieAccess`. Call it in the handler of a click, because
 * browsers block popups elsewhere.
 *
 * @throws SignInError `popup-blocked`, `popup-closed`
 * @throws CookiesBlockedError if the cookies are granted, and there is no session among them
 * @throws UnsafeRedirectError if `url` is not on the page's origin
 * @throws SessionFetchError if the session cannot be read then
 * @throws TypeError if `store` is not a session store
 */
export async function signInFromFrame<S>(
  store: SessionStore<S>,
  options: FrameSignInOptions = {},
): Promise<CookieAccessResult<S>> {
  const ports = portsOf(store);
  const { environment, enqueue, whenShown } = ports;
  const { openPopup = openBrowserPopup } = environment;
  // Its first argument is the provider, which is not known here.
  return enqueue("popup", ["", "frame", options], () =>
    whenShown(() => run(store, ports, openPopup, options)),
  );
}
