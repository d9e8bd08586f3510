import type { SessionSnapshot } from "./session.ts";

/** How a consumer wants to see the session. */
export interface SessionView<S, T = S, R extends boolean = boolean> {
  /**
   * Shows "loading" in place of "unauthenticated", for consumers that show nothing without a
   * session. `data` still says what is known.
   */
  readonly required?: R | undefined;
  /** Computes `data` from the session, if there is one. An equal result keeps its identity. */
  readonly select?: ((session: S) => T) | undefined;
}

/** The snapshot that a consumer gets. With `required` it is never "unauthenticated". */
export type ShownSnapshot<R extends boolean, T> = R extends true
  ? | Extract<SessionSnapshot<T>, { status: "authenticated" }>
    | WithNobody<Extract<SessionSnapshot<T>, { status: "loading" }>>
  : SessionSnapshot<T>;

/** "loading", where `null` means that nobody is signed in. */
type WithNobody<Loading> = Omit<Loading, "data"> & { readonly data: undefined | null };

/** The session as one consumer sees it: a component, an effect or a binding. */
export interface SessionObserver<S> {
  /**
   * Returns the snapshot. It stays the same object until something changes that its consumer has
   * read.
   */
  getSnapshot<T = S, R extends boolean = false>(view?: SessionView<S, T, R>): ShownSnapshot<R, T>;
  /** Returns the snapshot of the rendered session (the `session` option). For hydration. */
  getServerSnapshot<T = S, R extends boolean = false>(
    view?: SessionView<S, T, R>,
  ): ShownSnapshot<R, T>;
  /**
   * Whether it has become certain since the last call that nobody is signed in. It returns `true`
   * once each time. For bindings that call it after each change.
   */
  takeSignedOut(): boolean;
  /**
   * Calls the handler each time it becomes certain that nobody is signed in, and at once if it
   * already is. The default handler navigates to the sign-in page, which leads back to this page.
   * It counts as a subscriber until the returned function is called.
   */
  requireSession(onUnauthenticated?: () => void): () => void;
}
