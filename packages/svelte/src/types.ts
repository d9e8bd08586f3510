import type { RegisteredSession, SessionClient, SessionView, ShownSnapshot } from "@sojourn/core";
import type { Readable } from "svelte/store";

/** Options of `useSession`. They may be getters that read state or props. */
export interface UseSessionOptions<
  R extends boolean = boolean,
  T = RegisteredSession,
> extends SessionView<RegisteredSession, T, R> {
  /**
   * Called instead of the navigation to the sign-in page, each time it becomes certain that nobody
   * is signed in.
   */
  readonly onUnauthenticated?: (() => void) | undefined;
}

/**
 * The result of `useSession`: reactive properties, of which `status` narrows `data`; the same as a
 * store; and functions to change the session.
 */
export type UseSessionResult<R extends boolean = false, T = RegisteredSession> = ShownSnapshot<
  R,
  T
> &
  Readable<ShownSnapshot<R, T>> &
  Pick<SessionClient<RegisteredSession>, "signIn" | "signOut" | "update">;
