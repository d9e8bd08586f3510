import type { Dialect } from "./types.ts";

/** In what the two generations of servers differ. Paths are below the address of the handlers. */
export interface Protocol {
  /** The session while nobody is signed in. */
  readonly nobody: object | null;
  /** Where wrong credentials lead, and with which status. */
  readonly badCredentials: { readonly path: string; readonly status: number };
  /** Where it leads to sign in by a provider that there is not. */
  readonly unknownProvider: string;
  /** What an endpoint says that there is not, with 400. */
  readonly unknownEndpoint: { readonly body: string; readonly contentType: string };
  /** Where a CSRF token that is refused leads. */
  tokenRefused(page: "signin" | "signout"): string;
  /**
   * Whether the client wants to be told where to go, in place of being sent there.
   *
   * @param json the field of that name
   * @param header the header `X-Auth-Return-Redirect`; nullish if there is none
   */
  wantsUrl(json: unknown, header: unknown): boolean;
}

/** Both, as next-auth 4.24 and Auth.js 5 beta were recorded: see `tests/recordings`. */
export const protocols: Record<Dialect, Protocol> = {
  v4: {
    nobody: {},
    badCredentials: { path: "error?error=CredentialsSignin&provider=credentials", status: 401 },
    unknownProvider: "signin?csrf=true",
    unknownEndpoint: {
      body: "Error: This action is not supported by NextAuth.js",
      contentType: "text/plain",
    },
    tokenRefused: (page) => `${page}?csrf=true`,
    wantsUrl: (json) => json === "true",
  },
  v5: {
    nobody: null,
    badCredentials: { path: "signin?error=CredentialsSignin&code=credentials", status: 200 },
    unknownProvider: "error?error=Configuration",
    unknownEndpoint: { body: '"Bad request."', contentType: "application/json" },
    tokenRefused: () => "signin?error=MissingCSRF",
    wantsUrl: (_, header) => header != null,
  },
};
