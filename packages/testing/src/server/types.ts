import type { ClientSafeProvider, User } from "@sojourn/core";

/** How a server speaks: as next-auth v4, or as Auth.js v5. */
export type Dialect = "v4" | "v5";

/** What the fake server has received. */
export interface ReceivedRequest {
  readonly method: string;
  /** The path below `basePath`, e.g. `"session"` or `"callback/credentials"`. */
  readonly endpoint: string;
  readonly url: URL;
  readonly headers: Headers;
  /** The fields of the form, or of the JSON, that was posted. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Aborted when the client gives the request up. */
  readonly signal: AbortSignal;
}

/** Answers in place of the server; `undefined` leaves it to the server. */
export type Fault = (
  request: ReceivedRequest,
) => Response | undefined | Promise<Response | undefined>;

/** A way to sign in. */
export type FakeProvider = Pick<ClientSafeProvider, "id" | "name" | "type">;

/** Options of `createAuthServer`. */
export interface AuthServerOptions {
  /** Default `"v5"`. */
  dialect?: Dialect;
  /** Where the app is. Default `"http://localhost:3000"`. */
  origin?: string;
  /** Where the handlers are. Default `"/api/auth"`. */
  basePath?: string;
  /** Whom credentials belong to, as in a server's configuration. Default: Ada or Grace. */
  authorize?: (credentials: Readonly<Record<string, unknown>>) => User | null;
  /** What `update(data)` makes of a user, as a server's `jwt` callback does. Default: takes `name`. */
  update?: (user: User, data: unknown) => User;
  /** Who is signed in at first. Default: nobody. */
  user?: User | null;
  /** The ways to sign in. Default: a password, GitHub, and a link by mail. */
  providers?: readonly FakeProvider[];
  /** Seconds that a session lasts from its last read. Default 30 days. */
  maxAge?: number;
  /** The server's clock, in milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

/** A fake Auth.js server with one user, whom it knows by a cookie that is always sent. */
export interface AuthServer {
  /** Answers a request, as `fetch` would. Rejects with a TypeError where a fault cuts the network. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  /** Answers a request; with `Response.error()` where a fault cuts the network. */
  respond(request: Request): Promise<Response>;
  /** The address of the handlers. */
  readonly url: string;
  /** What it has received, in order. */
  readonly requests: readonly ReceivedRequest[];
  /** The requests to one endpoint, e.g. `"GET session"`. */
  to(what: string): ReceivedRequest[];
  /** How many requests one endpoint has had, e.g. `"GET session"`. */
  count(what: string): number;
  /** Who is signed in. Set it to sign somebody in or out behind the client's back. */
  user: User | null;
  /** Answers in place of the server, as long as it is set. */
  fault: Fault | undefined;
  /** Milliseconds until an answer leaves. Default 0. */
  latencyMs: number;
  /** Refuses so many CSRF tokens. */
  refuseTokens: number;
}
