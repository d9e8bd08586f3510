/** How one version of next-auth says things; see its contract for both. */
export interface Dialect {
  /** The body that says that nobody is signed in. */
  readonly nobody: object | null;
  /** Where a form without the right token leads. */
  refusedToken(page: "signin" | "signout"): string;
  /** Where wrong credentials lead, and with which status. */
  readonly refusedCredentials: readonly [status: number, url: string];
  /** Whether a form asks for JSON in place of a redirect. */
  wantsJson(form: URLSearchParams, headers: Headers): boolean;
}

const AUTH_URL = "https://app.example/api/auth";

/** Both versions. */
export const dialects: Readonly<Record<"v4" | "v5", Dialect>> = {
  v4: {
    nobody: {},
    refusedToken: (page) => `${AUTH_URL}/${page}?csrf=true`,
    refusedCredentials: [401, `${AUTH_URL}/error?error=CredentialsSignin`],
    wantsJson: (form) => form.get("json") === "true",
  },
  v5: {
    nobody: null,
    refusedToken: () => `${AUTH_URL}/signin?error=MissingCSRF`,
    refusedCredentials: [200, `${AUTH_URL}/signin?error=CredentialsSignin&code=credentials`],
    wantsJson: (_, headers) => headers.has("X-Auth-Return-Redirect"),
  },
};
