import { toSafeRedirect } from "../api/safe-redirect.ts";
import type { Environment } from "../environment/environment.ts";
import { SignInError } from "../errors.ts";

/** Where the page is, and where it goes. */
export interface PageNavigation {
  /** Where the auth server's endpoints are; relative to the page, perhaps. */
  readonly authHref: string;
  /** Whether the page is still there after `navigate`, because an app's router does it. */
  readonly staysOnNavigate: boolean;
  /** The address of the page. @throws SignInError `no-page` on a server */
  pageUrl(): string;
  /** The absolute form of an address, if it is safe to go there. @throws UnsafeRedirectError */
  toSafeUrl(url: string, isFromServer: boolean): string;
  navigate(url: string): void;
  /** Goes to the server's sign-in page, which leads back to `callbackUrl`. */
  visitSignInPage(callbackUrl: string, query?: Record<string, string>): void;
  /** The page is about to be left, and must not send its user elsewhere. */
  leave(): void;
  isLeaving(): boolean;
}

/**
 * @param authHref where the auth server's endpoints are; relative to the page, perhaps
 * @param ownNavigate what the app has in place of the page's own navigation
 * @param timeoutMs how long leaving the page may take
 */
export function createPageNavigation(
  environment: Environment,
  authHref: string,
  ownNavigate: ((url: string) => void) | undefined,
  timeoutMs: number,
): PageNavigation {
  const navigate = ownNavigate ?? environment.navigate;
  let leavesUntil = 0;

  function pageUrl(): string {
    const url = environment.pageUrl();
    if (url === undefined) throw new SignInError("no-page", { detail: "call it in a browser" });
    return url;
  }

  function toSafeUrl(url: string, isFromServer: boolean): string {
    return toSafeRedirect(url, pageUrl(), isFromServer);
  }

  return {
    authHref,
    staysOnNavigate: !!ownNavigate,
    pageUrl,
    toSafeUrl,
    navigate,
    visitSignInPage(callbackUrl, query) {
      const url = `${authHref}/signin?${new URLSearchParams({ ...query, callbackUrl })}`;
      navigate(toSafeUrl(url, true));
    },
    leave() {
      leavesUntil = environment.now() + timeoutMs;
    },
    isLeaving: () => environment.now() < leavesUntil,
  };
}
