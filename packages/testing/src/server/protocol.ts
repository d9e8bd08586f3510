import type { Dialect, ReceivedRequest } from "./types.ts";

/** The differences between the two versions of servers. */
export interface Protocol {
  /** The session while nobody is signed in. */
  readonly nobody: object | null;
  /** The query that says that a CSRF token was refused. */
  readonly tokenRefused: string;
  /** The page to which a sign-out with a refused token leads. */
  readonly signOutPage: string;
  /** The path and the status of the answer to wrong credentials. */
  readonly badCredentials: { readonly path: string; readonly status: number };
  /** Whether the client asks for the URL as JSON, in place of a redirect. */
  wantsUrl(request: ReceivedRequest): boolean;
}

/** Both protocols, as observed with next-auth 4.24 and Auth.js 5 beta. */
export const protocols: Record<Dialect, Protocol> = {
  v4: {
    nobody: {},
    tokenRefused: "csrf=true",
    signOutPage: "signout",
    badCredentials: { path: "error?error=CredentialsSignin&provider=credentials", status: 401 },
    wantsUrl: ({ fields }) => fields["json"] === "true",
  },
  v5: {
    nobody: null,
    tokenRefused: "error=MissingCSRF",
    signOutPage: "signin",
    badCredentials: { path: "signin?error=CredentialsSignin&code=credentials", status: 200 },
    wantsUrl: ({ headers }) => headers.has("X-Auth-Return-Redirect"),
  },
};
