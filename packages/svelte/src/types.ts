import type { RegisteredSession, SessionClient, SessionView, ShownSnapshot } from "@sojourn/core";
import type { Readable } from "svelte/store";

/** Options of `useSession`. Getters in it, of state or props, are followed. */
export interface UseSessionOptions<
  R extends boolean = boolean,
  T = RegisteredSession,
> extends SessionView<RegisteredSession, T, R> {
  /** Called in place of going to sign in, once each time it becomes certain that nobody is signed in. */
  readonly onUnauthenticated?: (() => void) | undefined;
}

/** Reactive properties, of which `status` narrows `data`; the same as a store; what can be done. */
export type UseSessionResult<R extends boolean = false, T = RegisteredSession> = ShownSnapshot<
  R,
  T
> &
  Readable<ShownSnapshot<R, T>> &
  Pick<SessionClient<RegisteredSession>, "signIn" | "signOut" | "update">;
