import type { RegisteredSession, SessionClient, ShownSnapshot } from "@sojourn/core";
import type { ComputedRef, MaybeRefOrGetter, Ref } from "vue";

/** Options of `useSession`. */
export interface UseSessionOptions<R extends boolean = boolean, T = RegisteredSession> {
  /** Shows "loading" in place of "unauthenticated", and navigates to the sign-in page. */
  required?: MaybeRefOrGetter<R> | undefined;
  /** Called instead of that navigation, each time it becomes certain that nobody is signed in. */
  onUnauthenticated?: (() => void) | undefined;
  /**
   * Computes `data` from the session. It is called again when reactive state changes that it reads.
   */
  select?: ((session: RegisteredSession) => T) | undefined;
}

/** The result of `useSession`: the session in refs, and functions to change it. */
export interface UseSessionResult<R extends boolean = false, T = RegisteredSession> extends Pick<
  SessionClient<RegisteredSession>,
  "signIn" | "signOut" | "update"
> {
  /** `undefined` while "loading", `null` if nobody is signed in, else the session. */
  readonly data: ComputedRef<ShownSnapshot<R, T>["data"]>;
  readonly status: ComputedRef<ShownSnapshot<R, T>["status"]>;
  /** Why the last read has failed; `null` after one has succeeded. */
  readonly error: ComputedRef<ShownSnapshot<R, T>["error"]>;
  /** Whether a read is under way. */
  readonly isFetching: ComputedRef<boolean>;
  /** All of these as one object, so that `status` narrows `data`. */
  readonly snapshot: ComputedRef<ShownSnapshot<R, T>>;
}

/** The session as refs: for one component, or shared by all components without options. */
export interface SessionBinding<R extends boolean, T> {
  readonly result: UseSessionResult<R, T>;
  /** A counter that makes the refs read again. While it is zero they show the rendered session. */
  readonly tick: Readonly<Ref<number>>;
  /**
   * Call it when a component is mounted. The first call subscribes. The subscription ends when the
   * last of these components is unmounted.
   */
  join(): void;
}

/** What the plugin provides to components. */
export interface SojournContext {
  readonly client: SessionClient<RegisteredSession>;
  /** The rendered session, if the client was created without it. */
  readonly rendered: RegisteredSession | null | undefined;
  /** Whether components are rendered to HTML, so that there are no subscribers. */
  readonly onServer: boolean;
  /** The binding that all components without options share. */
  all?: SessionBinding<false, RegisteredSession> | undefined;
}
