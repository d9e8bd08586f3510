/** A provider of the server, from `GET /providers`. */
export interface ClientSafeProvider {
  id: string;
  name: string;
  type: "oauth" | "oidc" | "email" | "credentials" | "webauthn";
  signinUrl: string;
  callbackUrl: string;
  redirectTo?: string;
}

/** Extra parameters of the authorization request: anything that `new URLSearchParams` takes. */
export type SignInAuthorizationParams =
  | string
  | string[][]
  | Record<string, string>
  | URLSearchParams;

/** Options of `signIn`. All other fields are sent to the provider (credentials, `email` …). */
export interface SignInOptions<Redirect extends boolean = boolean> extends Record<string, unknown> {
  /** The URL to go to after the sign-in. Default: the current page. */
  callbackUrl?: string;
  /** Auth.js v5's name of `callbackUrl`; it is used if both are given. */
  redirectTo?: string;
  /**
   * Whether to navigate. With `false` the page stays, and `signIn` resolves to a
   * {@link SignInResponse}. Default `true`.
   */
  redirect?: Redirect;
  /**
   * Whether to sign in with an OAuth provider in a popup. The page stays, as with
   * `redirect: false`. Call `signIn` in the handler of a click, because browsers block popups
   * elsewhere.
   */
  popup?: boolean;
  /**
   * For passkeys: performs the ceremony for the server's challenge, and returns the fields to post;
   * see `@sojourn/webauthn`.
   */
  ceremony?: (challenge: unknown) => Promise<Record<string, string>>;
}

/** The auth result of a sign-in with `redirect: false`. */
export interface SignInResponse {
  /**
   * The error code, e.g. `"CredentialsSignin"`. With next-auth v4 it may be the message of the
   * error that `authorize` has thrown.
   */
  error: string | undefined;
  /** The `code` of a `CredentialsSignin` error, from Auth.js v5 only. */
  code: string | undefined;
  /** The HTTP status. v5 answers 200 to wrong credentials, so check `ok`. */
  status: number;
  /** Whether the sign-in has succeeded: the response is ok, and contains no error. */
  ok: boolean;
  /** The URL to which the server would have redirected; `null` after an error. */
  url: string | null;
}

/** Options of `signOut`. */
export interface SignOutOptions<Redirect extends boolean = boolean> {
  /** The URL to go to after the sign-out. Default: the current page. */
  callbackUrl?: string;
  /** Auth.js v5's name of `callbackUrl`; it is used if both are given. */
  redirectTo?: string;
  /**
   * Whether to navigate. With `false` the page stays, and `signOut` resolves to the `url` to go to.
   * Default `true`.
   */
  redirect?: Redirect;
}

/** The auth result of a sign-out with `redirect: false`. */
export interface SignOutResponse {
  url: string;
}
