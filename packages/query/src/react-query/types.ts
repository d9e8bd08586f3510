import type { RegisteredSession } from "@sojourn/core";
import type { UseQueryOptions } from "@tanstack/react-query";
import type { SessionQueryOptions } from "../tanstack/session-query-options.ts";

/** The options of the query that the caller may set. */
export interface SessionQueryConfig extends Omit<
  UseQueryOptions<RegisteredSession | null>,
  keyof SessionQueryOptions<RegisteredSession> | "refetchInterval"
> {
  queryKey?: readonly unknown[];
  /** Milliseconds between two polls. */
  refetchInterval?: number;
  refetchOnWindowFocus?: boolean;
}

/** Options of `useSession`, as in `@next-auth/react-query`. */
export interface UseSessionOptions {
  /** Whether to navigate to `redirectTo` when it is certain that nobody is signed in. */
  required?: boolean | undefined;
  /** Default `/api/auth/signin?error=SessionExpired`. */
  redirectTo?: string | undefined;
  /** Navigates, e.g. by a router's `push`. Default: `location.assign`. */
  navigate?: ((url: string) => void) | undefined;
  /**
   * Options of the query. `refetchInterval` and `refetchOnWindowFocus` are set on the client, which
   * reads once for all components and tabs.
   */
  queryConfig?: SessionQueryConfig | undefined;
}
