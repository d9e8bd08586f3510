import type { RegisteredSession, SessionClient, ShownSnapshot } from "@sojourn/core";
import type { SessionPromise } from "@sojourn/core/streaming";
import type { Accessor } from "solid-js";
import type { SessionProviderProps as PlainProps, UseSessionOptions } from "../types.ts";

/** Props of the `SessionProvider` that takes a promise, too. */
export interface SessionProviderProps extends Omit<PlainProps, "session"> {
  /** The rendered session, or a promise of it. `null` means that nobody is signed in. */
  session?: RegisteredSession | null | undefined | SessionPromise<RegisteredSession>;
}

/** Options of a `useSession` that suspends. */
export interface SuspenseOptions<
  R extends boolean = boolean,
  T = RegisteredSession,
> extends UseSessionOptions<R, T> {
  /** Reading the session suspends until it is known, as reading a resource does. */
  readonly suspense: true;
}

type KnownSnapshot<R extends boolean, T> = R extends true
  ? ShownSnapshot<true, T>
  : Exclude<ShownSnapshot<false, T>, { status: "loading" }>;

/**
 * An accessor that suspends. It is never "loading", except with `required`, while the browser goes
 * to the sign-in page. As with a resource, it is `undefined` outside of a `<Suspense>`.
 */
export type SuspenseResult<R extends boolean = false, T = RegisteredSession> = Accessor<
  KnownSnapshot<R, T>["data"]
> &
  Omit<KnownSnapshot<R, T>, "data"> &
  Pick<SessionClient<RegisteredSession>, "signIn" | "signOut" | "update">;
