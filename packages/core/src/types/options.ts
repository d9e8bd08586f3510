import type { Environment } from "../environment/environment.ts";
import type { Inspector } from "./inspector.ts";
import type { SessionSchema } from "./schema.ts";

/** How often the session is read again. Names and units are next-auth's. */
export interface RefetchOptions {
  /** Seconds between two polls; 0 (default) never polls. */
  refetchInterval?: number | undefined;
  /** Read again when the page becomes visible. Default `true`. */
  refetchOnWindowFocus?: boolean | undefined;
  /** Poll and retry although the device says that it is offline. Default `false`. */
  refetchWhenOffline?: boolean | undefined;
}

/** Options of `createSessionClient`. */
export interface SessionClientOptions<S> extends RefetchOptions {
  /** Where the Auth.js handlers are. Default `"/api/auth"`; a full URL is taken too. */
  basePath?: string | undefined;
  /** The auth server's origin if it is not the page's; requests then carry credentials. */
  baseUrl?: string | undefined;
  /** `undefined`: unknown, asked on first use. `null`: known to be signed out. Else: the session. */
  session?: S | null | undefined;
  /**
   * What a session has to be, in any library of Standard Schema; its output is what is shown, and
   * gives the client its type. An answer that does not fit is a `SessionFetchError` of code `schema`.
   */
  schema?: SessionSchema<S> | undefined;
  /** Replaces the environment's `fetch`. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Headers for every request; a function is called for each. */
  headers?: Record<string, string> | (() => Record<string, string>) | undefined;
  /** Milliseconds until a request that only reads is given up. Default 10,000. */
  timeoutMs?: number | undefined;
  /** Milliseconds until a sign-in, a sign-out or an update is given up. Default 60,000. */
  mutationTimeoutMs?: number | undefined;
  /**
   * What tells one user from another, as in `(session) => session.account`. Default: the first of
   * `id`, `sub`, `email`, `username` and `name` that two sessions both have, else all of the user.
   */
  identify?: ((session: S) => unknown) | undefined;
  /** Replaces the page's navigation. The page is taken to stay, so sessions are read before it is called. */
  navigate?: ((url: string) => void) | undefined;
  /** The world: clock, network, tabs. Default: the browser, or an inert one on a server. */
  environment?: Environment | undefined;
  /** Is told of each step of the client: what `createInspector` or `createRecorder` makes. */
  inspect?: Inspector | undefined;
}

/** Options of `createSessionStore`: all but a schema. */
export type SessionStoreOptions<S> = Omit<SessionClientOptions<S>, "schema">;
