/** The cookies of a browser by their names. */
export type Cookies = ReadonlyMap<string, string>;

/** A cookie that is set, or taken away where there is no value. */
export type CookieChange = [name: string, value: string | undefined];

/** A request as it reaches the server. */
export interface ServerRequest {
  readonly method: string;
  /** What follows the base path, e.g. `"session"`. */
  readonly endpoint: string;
  readonly body: string;
  readonly headers: Headers;
  readonly cookies: Cookies;
}

/** An answer as it leaves the server. */
export interface ServerAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
  /** The cookies that are set, or taken away where there is no value. */
  readonly setCookies: ReadonlyMap<string, string | undefined>;
  /** Whether a sign-in or a sign-out was let through. */
  readonly isAccepted?: boolean;
  /** What an answer about the session says. */
  readonly tells?: "nobody" | "somebody";
}

/** The cookie that says who is signed in. */
export const SESSION_COOKIE = "session-token";
/** The cookie that a CSRF token has to match. */
export const CSRF_COOKIE = "csrf-token";
