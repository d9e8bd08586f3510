import type { RegisteredSession } from "@sojourn/core";
import type { UseQueryOptions } from "@tanstack/react-query";
import type { SessionQueryOptions } from "../tanstack/session-query-options.ts";

/** Options of the query that are left to the caller. */
export interface SessionQueryConfig extends Omit<
  UseQueryOptions<RegisteredSession | null>,
  keyof SessionQueryOptions<RegisteredSession> | "refetchInterval"
> {
  queryKey?: readonly unknown[];
  /** Milliseconds between two polls. */
  refetchInterval?: number;
  refetchOnWindowFocus?: boolean;
}

/** Options of `useSession`, as `@next-auth/react-query` had them. */
export interface UseSessionOptions {
  /** Leave for `redirectTo` where it is certain that nobody is signed in. */
  required?: boolean | undefined;
  /** Default `/api/auth/signin?error=SessionExpired`. */
  redirectTo?: string | undefined;
  /** How to go there, e.g. a router's `push`. By default the page is left. */
  navigate?: ((url: string) => void) | undefined;
  /**
   * Options of the query. `refetchInterval` and `refetchOnWindowFocus` become the client's, which asks
   * once for all components and tabs.
   */
  queryConfig?: SessionQueryConfig | undefined;
}
