/** How the two server versions say the same things: next-auth v4, and Auth.js (next-auth) v5. */
export interface Dialect {
  sessionCookie: string;
  csrfCookie: string;
  /** The body of `GET /session` when nobody is signed in, and of a POST that is refused. */
  nobody: object | null;
  /** Whether a POST asks for JSON in place of a redirect. */
  wantsJson(form: URLSearchParams, headers: NodeJS.Dict<string | string[]>): boolean;
  /** Where a POST with a wrong CSRF token is sent. */
  csrfRefusal(page: "signin" | "signout"): string;
  /** Where wrong credentials are sent, and with which status. */
  credentialsRefusal: { path: string; status: number };
}

export type DialectName = "v4" | "v5";

export const dialects: Record<DialectName, Dialect> = {
  v4: {
    sessionCookie: "next-auth.session-token",
    csrfCookie: "next-auth.csrf-token",
    nobody: {},
    wantsJson: (form) => form.get("json") === "true",
    csrfRefusal: (page) => `/${page}?csrf=true`,
    credentialsRefusal: {
      path: "/error?error=CredentialsSignin&provider=credentials",
      status: 401,
    },
  },
  v5: {
    sessionCookie: "authjs.session-token",
    csrfCookie: "authjs.csrf-token",
    nobody: null,
    wantsJson: (_form, headers) => "x-auth-return-redirect" in headers,
    csrfRefusal: () => "/signin?error=MissingCSRF",
    credentialsRefusal: { path: "/signin?error=CredentialsSignin&code=credentials", status: 200 },
  },
};
