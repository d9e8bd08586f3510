import type { Dialect, ReceivedRequest } from "./types.ts";

/** In what the two generations of servers differ. */
export interface Protocol {
  /** The session of nobody. */
  readonly nobody: object | null;
  /** The query that says that a CSRF token was refused. */
  readonly tokenRefused: string;
  /** The page to which a sign-out with a refused token leads. */
  readonly signOutPage: string;
  /** Where wrong credentials lead, and with which status. */
  readonly badCredentials: { readonly path: string; readonly status: number };
  /** Whether the client wants to be told where to go, in place of being sent there. */
  wantsUrl(request: ReceivedRequest): boolean;
}

/** Both, as they were read off next-auth 4.24 and Auth.js 5 beta. */
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
