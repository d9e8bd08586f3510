import type { RegisteredSession, SessionClient, ShownSnapshot } from "@sojourn/core";
import type { ComputedRef, MaybeRefOrGetter } from "vue";

/** Options of `useSession`. */
export interface UseSessionOptions<R extends boolean = boolean, T = RegisteredSession> {
  /** Without a session there is nothing to see: stays "loading", and the user goes to sign in. */
  required?: MaybeRefOrGetter<R> | undefined;
  /** Called in place of that, once each time it becomes certain that nobody is signed in. */
  onUnauthenticated?: (() => void) | undefined;
  /** What `data` is to be. Reactive state that it reads is followed. */
  select?: ((session: RegisteredSession) => T) | undefined;
}

/** What `useSession` gives: what is known in refs, and what can be done. */
export interface UseSessionResult<R extends boolean = false, T = RegisteredSession> extends Pick<
  SessionClient<RegisteredSession>,
  "signIn" | "signOut" | "update"
> {
  /** `undefined` while "loading", `null` where nobody is signed in, else the session. */
  readonly data: ComputedRef<ShownSnapshot<R, T>["data"]>;
  readonly status: ComputedRef<ShownSnapshot<R, T>["status"]>;
  /** Why the last read failed; `null` once one has succeeded. */
  readonly error: ComputedRef<ShownSnapshot<R, T>["error"]>;
  /** Whether a read is under way. */
  readonly isFetching: ComputedRef<boolean>;
  /** All of these in one, so that `status` narrows `data`. */
  readonly snapshot: ComputedRef<ShownSnapshot<R, T>>;
}
