import type { Environment } from "../environment/environment.ts";
import type { Inspector } from "./inspector.ts";
import type { SessionSchema } from "./schema.ts";

/** When the session is read again. Names and units are those of next-auth. */
export interface RefetchOptions {
  /** Seconds between two polls. Default 0: it never polls. */
  refetchInterval?: number | undefined;
  /** Whether to read when the page becomes visible. Default `true`. */
  refetchOnWindowFocus?: boolean | undefined;
  /** Whether to poll and retry although the device says that it is offline. Default `false`. */
  refetchWhenOffline?: boolean | undefined;
}

/** Options of `createSessionClient`. */
export interface SessionClientOptions<S> extends RefetchOptions {
  /** The path of the Auth.js handlers, or a full URL. Default `"/api/auth"`. */
  basePath?: string | undefined;
  /** The auth server's origin, if it is not the page's. Requests then include credentials. */
  baseUrl?: string | undefined;
  /**
   * The rendered session. `null` means that nobody is signed in. `undefined` means that nothing was
   * rendered; then the first subscriber starts a read.
   */
  session?: S | null | undefined;
  /**
   * A schema for sessions, of any library with Standard Schema. Its output is the session that the
   * client shows, and gives the client its type. An answer that does not fit is a
   * `SessionFetchError` of code `schema`.
   */
  schema?: SessionSchema<S> | undefined;
  /** Replaces the environment's `fetch`. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Headers for every request. A function is called for each request. */
  headers?: Record<string, string> | (() => Record<string, string>) | undefined;
  /** Milliseconds until a request that only reads is given up. Default 10,000. */
  timeoutMs?: number | undefined;
  /** Milliseconds until a sign-in, a sign-out or an update is given up. Default 60,000. */
  mutationTimeoutMs?: number | undefined;
  /**
   * Returns what distinguishes one user from another, e.g. `(session) => session.account`. Default:
   * the first of `id`, `sub`, `email`, `username` and `name` that both sessions have, or else the
   * whole `user`.
   */
  identify?: ((session: S) => unknown) | undefined;
  /**
   * Replaces the page's navigation. The client assumes that the page stays, so it reads the session
   * before it calls this.
   */
  navigate?: ((url: string) => void) | undefined;
  /**
   * The platform: clock, network, tabs. Default: the browser, or an inert environment on a server.
   */
  environment?: Environment | undefined;
  /** Receives each step of the client; see `createInspector` and `createRecorder`. */
  inspect?: Inspector | undefined;
}

/** Options of `createSessionStore`: those of a client, without a schema. */
export type SessionStoreOptions<S> = Omit<SessionClientOptions<S>, "schema">;
