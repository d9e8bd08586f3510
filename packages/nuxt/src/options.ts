import type { RefetchOptions } from "@sojourn/core";

/** The options of the module. All can be changed at runtime: `NUXT_PUBLIC_SOJOURN_BASE_PATH=/auth`. */
export interface ModuleOptions extends RefetchOptions {
  /** The path of the Auth.js handlers. Default: `/api/auth`, below `app.baseURL`. */
  basePath?: string;
  /** The auth server's origin, if it is not the page's. Only the browser asks it. */
  baseUrl?: string;
  /**
   * The route of the app's own sign-in page, to which the middleware `auth` leads. Default: the auth
   * server's page, which leads on to its `pages.signIn`.
   */
  signInPage?: string;
  /**
   * The name of the session's cookie, if `cookies.sessionToken.name` of the auth server sets one. By
   * this cookie the server tells a database that is down from "nobody is signed in".
   */
  sessionCookie?: string;
  /** Whether a page is rendered with the session of its request. Default `true`. */
  readOnServer?: boolean;
  /** Whether `refreshNuxtData()` is called when the session changes. Default `true`. */
  refreshOnChange?: boolean;
  /** Milliseconds until a request that only reads is given up. Default 10,000. */
  timeoutMs?: number;
}

/** No option is left out, because Nuxt replaces only what is there by the environment. */
export const defaults: Required<ModuleOptions> = {
  basePath: "",
  baseUrl: "",
  signInPage: "",
  sessionCookie: "",
  readOnServer: true,
  refreshOnChange: true,
  timeoutMs: 10_000,
  refetchInterval: 0,
  refetchOnWindowFocus: true,
  refetchWhenOffline: false,
};
