import type {
  RegisteredSession,
  SessionClient,
  SessionClientOptions,
  SessionView,
  ShownSnapshot,
} from "@sojourn/core";
import type { Accessor, JSX } from "solid-js";

type Client = SessionClient<RegisteredSession>;

/** Props of `SessionProvider`. */
export interface SessionProviderProps extends SessionClientOptions<RegisteredSession> {
  /** A client of your own. All other options but `session` have no effect then. */
  client?: Client | undefined;
  children?: JSX.Element;
}

/** Options of `useSession`. They may be getters that read signals or props. */
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
 * An accessor of `data`, with the other properties of a snapshot. It is a union of one type for
 * each status.
 */
type SnapshotAccessor<S> = S extends { readonly data: infer D }
  ? Accessor<D> & Omit<S, "data">
  : never;

/** An accessor of the session with properties, like a resource. `status` narrows it. */
export type UseSessionResult<R extends boolean = false, T = RegisteredSession> = SnapshotAccessor<
  ShownSnapshot<R, T>
> &
  Pick<SessionClient<RegisteredSession>, "signIn" | "signOut" | "update">;
