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
  /** A client of your own; all options but `session` are then its business. */
  client?: Client | undefined;
  children?: JSX.Element;
}

/** Options of `useSession`. Getters in it, of signals or props, are followed. */
export interface UseSessionOptions<
  R extends boolean = boolean,
  T = RegisteredSession,
> extends SessionView<RegisteredSession, T, R> {
  /** Called in place of going to sign in, once each time it becomes certain that nobody is signed in. */
  readonly onUnauthenticated?: (() => void) | undefined;
}

/** An accessor of `data`, with the other properties of a snapshot; each kind of snapshot for itself. */
type SnapshotAccessor<S> = S extends { readonly data: infer D }
  ? Accessor<D> & Omit<S, "data">
  : never;

/** An accessor of the session, much as a resource, with properties; `status` narrows it. */
export type UseSessionResult<R extends boolean = false, T = RegisteredSession> = SnapshotAccessor<
  ShownSnapshot<R, T>
> &
  Pick<SessionClient<RegisteredSession>, "signIn" | "signOut" | "update">;
