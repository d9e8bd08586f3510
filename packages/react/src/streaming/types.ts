import type { RegisteredSession } from "@sojourn/core";
import type { SessionPromise } from "@sojourn/core/streaming";
import type {
  SelectSessionOptions,
  SessionProviderProps as PlainProps,
  UpdateSession,
  UseSessionOptions,
  UseSessionResult,
} from "../types.ts";

/** Props of the `SessionProvider` that takes a promise, too. */
export interface SessionProviderProps extends Omit<PlainProps, "session"> {
  /**
   * The rendered session, or a promise of it: `auth()` without `await`. `null` means that nobody is
   * signed in, `undefined` that it is not known. A later promise is handed over when it resolves.
   */
  session?: RegisteredSession | null | undefined | SessionPromise<RegisteredSession>;
}

interface Suspense {
  /** Suspends the component until the session is known, in place of the status "loading". */
  suspense: true;
}

/** Options of a `useSession` that suspends. */
export interface SuspenseOptions<R extends boolean = boolean>
  extends UseSessionOptions<R>, Suspense {}

/** Options of a `useSession` that suspends, for a part of the session. */
export interface SelectSuspenseOptions<R extends boolean, T>
  extends SelectSessionOptions<R, T>, Suspense {}

/**
 * The result of a `useSession` that suspends. It is never "loading", except with `required`, while
 * the browser goes to the sign-in page.
 */
export type SuspenseResult<R extends boolean = false, T = RegisteredSession> = R extends true
  ? UseSessionResult<true, T>
  : (
      | { update: UpdateSession; data: T; status: "authenticated" }
      | { update: UpdateSession; data: null; status: "unauthenticated" }
    ) &
      Pick<UseSessionResult, "error">;
