import { CSRF_COOKIE, type CookieChange, type Cookies } from "./exchange.ts";

/** The tokens that forms have to carry; each goes with a cookie. */
export interface CsrfTokens {
  /** The token that goes with the request's cookie, and the cookie where there is none yet. */
  issue(cookies: Cookies): readonly [token: string, changes: CookieChange[]];
  accepts(token: unknown, cookies: Cookies): boolean;
}

/** Makes tokens, each another one. */
export function createCsrfTokens(): CsrfTokens {
  let count = 0;
  return {
    issue(cookies) {
      const known = cookies.get(CSRF_COOKIE);
      if (known !== undefined) return [known, []];
      count += 1;
      const token = `token-${count}`;
      return [token, [[CSRF_COOKIE, token]]];
    },
    accepts: (token, cookies) => token !== undefined && token === cookies.get(CSRF_COOKIE),
  };
}
