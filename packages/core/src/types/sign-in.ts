/** How a provider of the server presents itself, from `GET /providers`. */
export interface ClientSafeProvider {
  id: string;
  name: string;
  type: "oauth" | "oidc" | "email" | "credentials" | "webauthn";
  signinUrl: string;
  callbackUrl: string;
  redirectTo?: string;
}

/** Extra parameters of the authorization request: whatever `new URLSearchParams` takes. */
export type SignInAuthorizationParams =
  | string
  | string[][]
  | Record<string, string>
  | URLSearchParams;

/** Options of `signIn`; all other fields are sent to the provider (credentials, `email` …). */
export interface SignInOptions<Redirect extends boolean = boolean> extends Record<string, unknown> {
  /** Where to go after signing in. Default: the current page. */
  callbackUrl?: string;
  /** Auth.js v5's name of `callbackUrl`; it wins where both are given. */
  redirectTo?: string;
  /** `false` stays on the page and resolves to a {@link SignInResponse}. Default `true`. */
  redirect?: Redirect;
  /**
   * Signs in with an OAuth provider in a popup. The page stays, as with `redirect: false`. Call it in
   * the handler of a click, for elsewhere browsers block popups.
   */
  popup?: boolean;
  /** For passkeys: answers the server's challenge; see `@sojourn/webauthn`. */
  ceremony?: (challenge: unknown) => Promise<Record<string, string>>;
}

/** What the server said to a sign-in with `redirect: false`. */
export interface SignInResponse {
  /** The error code, e.g. `"CredentialsSignin"`; with next-auth v4 it may be the message that `authorize` threw. */
  error: string | undefined;
  /** Auth.js v5: the `code` of a `CredentialsSignin` error. */
  code: string | undefined;
  /** The HTTP status. v5 answers 200 to wrong credentials: look at `ok`. */
  status: number;
  /** Whether the sign-in succeeded: the response is ok and carries no error. */
  ok: boolean;
  /** Where the server would have sent the browser; `null` on an error. */
  url: string | null;
}

/** Options of `signOut`. */
export interface SignOutOptions<Redirect extends boolean = boolean> {
  /** Where to go after signing out. Default: the current page. */
  callbackUrl?: string;
  /** Auth.js v5's name of `callbackUrl`; it wins where both are given. */
  redirectTo?: string;
  /** `false` stays on the page and resolves to the `url` to go to. Default `true`. */
  redirect?: Redirect;
}

/** What the server said to a sign-out with `redirect: false`. */
export interface SignOutResponse {
  url: string;
}
