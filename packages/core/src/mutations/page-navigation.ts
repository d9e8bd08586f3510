import type { Environment } from "../environment/environment.ts";
import { SignInError } from "../errors.ts";

/** The address of the page, and where it goes. */
export interface PageNavigation {
  /** The address of the auth server's endpoints. It may be relative to the page. */
  readonly authHref: string;
  /** Whether the page stays after `navigate`, because the app's router navigates. */
  readonly staysOnNavigate: boolean;
  /** Returns the address of the page. @throws SignInError `no-page` on a server */
  pageUrl(): string;
  navigate(url: string): void;
  /** Goes to the server's sign-in page, which leads back to `callbackUrl`. */
  visitSignInPage(callbackUrl: string, query?: Record<string, string>): void;
  /**
   * Notes that the page is about to be left. For `timeoutMs` it does not send the user anywhere else.
   */
  leave(): void;
  isLeaving(): boolean;
}

/**
 * Creates the navigation of a page.
 *
 * @param authHref the address of the auth server's endpoints; it may be relative to the page
 * @param ownNavigate the app's own function in place of the environment's `navigate`
 * @param timeoutMs how long leaving the page may take, in milliseconds
 */
export function createPageNavigation(
  environment: Environment,
  authHref: string,
  ownNavigate: ((url: string) => void) | undefined,
  timeoutMs: number,
): PageNavigation {
  const navigate = ownNavigate ?? environment.navigate;
  let leavesUntil = 0;

  function requirePageUrl(): string {
    const url = environment.pageUrl();
    if (url === undefined) throw new SignInError("no-page", { detail: "call it in a browser" });
    return url;
  }

  return {
    authHref,
    staysOnNavigate: !!ownNavigate,
    pageUrl: requirePageUrl,
    navigate,
    visitSignInPage(callbackUrl, query) {
      const url = `${authHref}/signin?${new URLSearchParams({ ...query, callbackUrl })}`;
      // It is http(s), as the address of the auth server is; see `resolveAuthUrl`.
      navigate(new URL(url, requirePageUrl()).href);
    },
    leave() {
      leavesUntil = environment.now() + timeoutMs;
    },
    isLeaving: () => environment.now() < leavesUntil,
  };
}
