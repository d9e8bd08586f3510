import type { SessionFetchError } from "../errors.ts";
import type { RefetchOptions } from "./options.ts";
import type { SessionSnapshot } from "./session.ts";
import type {
  ClientSafeProvider,
  SignInAuthorizationParams,
  SignInOptions,
  SignInResponse,
  SignOutOptions,
  SignOutResponse,
} from "./sign-in.ts";

/** What a listener of `client.on` is called with. */
export interface SessionEventMap<S> {
  /** Nobody was signed in, and now somebody is. */
  signedIn: [session: S];
  /** Somebody was signed in, and now nobody is; after `expired`, where that was the reason. */
  signedOut: [];
  /** Another user is signed in than a moment ago. */
  userChanged: [session: S, previous: S];
  /** The session has reached its end. */
  expired: [];
  /** A read has failed. */
  error: [error: SessionFetchError];
}

/** What a consumer wants to see of the session. */
export interface SessionView<S, T = S, R extends boolean = boolean> {
  /** Shows "loading" in place of "unauthenticated": without a session there is nothing to see. `data` goes on saying what is known. */
  readonly required?: R | undefined;
  /** What `data` is to be, where there is a session. An equal result keeps its identity. */
  readonly select?: ((session: S) => T) | undefined;
}

/** What is seen of the session: `required` leaves no "unauthenticated". */
export type ShownSnapshot<R extends boolean, T> = R extends true
  ? | Extract<SessionSnapshot<T>, { status: "authenticated" }>
    | WithNobody<Extract<SessionSnapshot<T>, { status: "loading" }>>
  : SessionSnapshot<T>;

/** "loading", though it may be known already that nobody is signed in. */
type WithNobody<Loading> = Omit<Loading, "data"> & { readonly data: undefined | null };

/** One consumer's look at the session: a component, an effect, a binding. */
export interface SessionObserver<S> {
  /** The same object until something changes that this observer has looked at. */
  getSnapshot<T = S, R extends boolean = false>(view?: SessionView<S, T, R>): ShownSnapshot<R, T>;
  /** What the server has rendered: the snapshot of the `session` option. For hydration. */
  getServerSnapshot<T = S, R extends boolean = false>(
    view?: SessionView<S, T, R>,
  ): ShownSnapshot<R, T>;
  /**
   * Whether it has become certain that nobody is signed in since this was asked last: `true` once each
   * time. For bindings that ask after each change.
   */
  takeSignedOut(): boolean;
  /**
   * Calls back once each time it becomes certain that nobody is signed in, and at once if it is so.
   * Without a handler it goes to the sign-in page, which leads back. Counts as a subscriber.
   */
  requireSession(onUnauthenticated?: () => void): () => void;
}

/** The session of one auth server as an observable store: all but signing in and out. */
export interface SessionStore<S> extends SessionObserver<S> {
  /**
   * Calls back after each change. The first subscriber starts requests, timers and listeners; a
   * second after the last one has left, they are all gone.
   */
  subscribe(listener: () => void): () => void;
  /**
   * Makes a look of its own for one consumer, so that it is told of what it reads and nothing else.
   *
   * @param rendered what the server has rendered for this consumer, where the client was not made
   *   with it
   */
  observe(rendered?: S | null): SessionObserver<S>;

  /**
   * Asks the server (`GET /session`), and tells all tabs. Never rejects: on a failure it resolves
   * to what is known, else `null`, and the snapshot carries the error.
   */
  getSession(): Promise<S | null>;
  /**
   * Has the server make a new session (`POST /session`), with `data` for its `jwt` callback; of a
   * form its fields. If the answer does not show the data yet, the session is read once more.
   *
   * @throws SessionFetchError, CsrfError; the session stays
   * @throws TypeError if JSON cannot hold `data`, or the option `headers` throws
   */
  update(data?: unknown): Promise<S | null>;
  /**
   * Takes over a session that the server has rendered since, e.g. on a soft navigation. `undefined`
   * is a page that says nothing of it, and changes nothing.
   */
  hydrate(session: S | null | undefined): void;
  /** Changes how often the session is read again; options that are left out go back to their default. */
  setOptions(options: RefetchOptions): void;
  /** Calls back on an event of this tab's session; takes a subscriber to happen. */
  on<Name extends keyof SessionEventMap<S>>(
    name: Name,
    handler: (...args: SessionEventMap<S>[Name]) => void,
  ): () => void;
}

/** A {@link SessionStore}, and everything that can be done with it. */
export interface SessionClient<S> extends SessionStore<S> {
  /** `GET /providers`; `null` where the server has no such list. @throws SessionFetchError */
  getProviders(): Promise<Record<string, ClientSafeProvider> | null>;
  /** `GET /csrf`; empty where the server needs no token. @throws SessionFetchError */
  getCsrfToken(): Promise<string>;
  /**
   * Signs in. Without a provider, or with one that the server does not know, it goes to the sign-in
   * page. With `redirect: false` it stays on the page and resolves to the server's verdict; with
   * `popup: true` it resolves when the popup has come back, and rejects where that sign-in failed.
   *
   * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
   */
  signIn(
    provider: string | undefined,
    options: SignInOptions & ({ redirect: false } | { popup: true }),
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<SignInResponse>;
  signIn(
    provider?: string,
    options?: SignInOptions | FormData,
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<SignInResponse | undefined>;
  /**
   * Signs out, in all tabs. With `redirect: false` it stays on the page and resolves to the `url`.
   * If it fails the session stays.
   *
   * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
   */
  signOut(options: SignOutOptions & { redirect: false }): Promise<SignOutResponse>;
  signOut(options?: SignOutOptions): Promise<SignOutResponse | undefined>;
}
