import type { RegisteredSession, SessionClient, ShownSnapshot } from "@sojourn/core";
import type { ComputedRef, MaybeRefOrGetter, Ref } from "vue";

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

/** A look at the session, of one component or of all that want to see the whole session. */
export interface SessionLook<R extends boolean, T> {
  readonly result: UseSessionResult<R, T>;
  /** Moves on when there may be news. Zero: it shows what is rendered, until it is joined. */
  readonly turn: Readonly<Ref<number>>;
  /** To be called when a component is on the page: what begins with the first ends with the last. */
  join(): void;
}

/** What the plugin brings to components. */
export interface SojournContext {
  readonly client: SessionClient<RegisteredSession>;
  /** What the server has rendered, where the client was not made with it. */
  readonly rendered: RegisteredSession | null | undefined;
  /** Whether components are rendered to HTML, and nobody is to be told of changes. */
  readonly onServer: boolean;
  /** The one of all components that want to see the whole session. */
  look?: SessionLook<false, RegisteredSession> | undefined;
}
