import type { ClientSafeProvider, User } from "@sojourn/core";

/** The protocol of a server: that of next-auth v4, or of Auth.js v5. */
export type Dialect = "v4" | "v5";

/** A request that the fake server has received. */
export interface ReceivedRequest {
  readonly method: string;
  /** The path below `basePath`, e.g. `"session"` or `"callback/credentials"`. */
  readonly endpoint: string;
  readonly url: URL;
  readonly headers: Headers;
  /** The posted fields, of a form or of JSON. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Aborted when the client aborts the request. */
  readonly signal: AbortSignal;
}

/** Answers in place of the server. With `undefined` the server answers. */
export type Fault = (
  request: ReceivedRequest,
) => Response | undefined | Promise<Response | undefined>;

/** A provider of the fake server. */
export type FakeProvider = Pick<ClientSafeProvider, "id" | "name" | "type">;

/** Options of `createAuthServer`. */
export interface AuthServerOptions {
  /** The protocol. Default `"v5"`. */
  dialect?: Dialect;
  /** The origin of the app. Default `"http://localhost:3000"`. */
  origin?: string;
  /** The path of the handlers. Default `"/api/auth"`. */
  basePath?: string;
  /** Returns the user for credentials, as in a server's configuration. Default: Ada or Grace. */
  authorize?: (credentials: Readonly<Record<string, unknown>>) => User | null;
  /**
   * Returns the user after `update(data)`, as a server's `jwt` callback does. Default: takes over
   * `name`.
   */
  update?: (user: User, data: unknown) => User;
  /** The user who is signed in at first. Default: nobody. */
  user?: User | null;
  /** The providers. Default: a password, GitHub, and a link by email. */
  providers?: readonly FakeProvider[];
  /** Seconds that a session lasts from its last read. Default 30 days. */
  maxAge?: number;
  /** The server's clock, in milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

/** A fake Auth.js server with one user. It behaves as if every request had the user's cookie. */
export interface AuthServer {
  /**
   * Answers a request, as `fetch` would. Rejects with a TypeError if a fault disconnects the
   * network.
   */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  /** Answers a request; with `Response.error()` if a fault disconnects the network. */
  respond(request: Request): Promise<Response>;
  /** The address of the handlers. */
  readonly url: string;
  /** The received requests, in order. */
  readonly requests: readonly ReceivedRequest[];
  /** Returns the requests to one endpoint, e.g. `"GET session"`. */
  to(what: string): ReceivedRequest[];
  /** Returns the number of requests to one endpoint, e.g. `"GET session"`. */
  count(what: string): number;
  /** The user who is signed in, or `null`. Set it to sign a user in or out without the client. */
  user: User | null;
  /** Answers in place of the server, while it is set. */
  fault: Fault | undefined;
  /** Milliseconds until the server answers. Default 0. */
  latencyMs: number;
  /** The number of CSRF tokens that the server still refuses. */
  refuseTokens: number;
}
