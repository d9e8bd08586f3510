import type { SessionFetchError } from "../errors.ts";
import type { SessionObserver } from "./observer.ts";
import type { RefetchOptions } from "./options.ts";
import type {
  ClientSafeProvider,
  SignInAuthorizationParams,
  SignInOptions,
  SignInResponse,
  SignOutOptions,
  SignOutResponse,
} from "./sign-in.ts";

/** The events of `client.on`, and the arguments of their handlers. */
export interface SessionEventMap<S> {
  /** A user is signed in; before, nobody was. */
  signedIn: [session: S];
  /**
   * Nobody is signed in; before, a user was. If the session has expired, this follows `expired`.
   */
  signedOut: [];
  /** Another user is signed in than before. */
  userChanged: [session: S, previous: S];
  /** The session has reached its end. */
  expired: [];
  /** A read has failed. */
  error: [error: SessionFetchError];
}

/** Options of `getSession`. */
export interface GetSessionOptions {
  /**
   * Seconds. If the server has confirmed the session within them, in any tab, `getSession` resolves
   * to it at once, and asks nobody. Otherwise it waits for one read of all tabs. `Infinity` takes
   * whatever is known, a rendered session too, and waits only for the first answer. While retries
   * are due after a failure, it resolves at once to what is known. A tab that opens takes what
   * another tab knows if that is less than five seconds old, also for a shorter time. Default: it
   * always asks.
   */
  maxAge?: number | undefined;
}

/** The session of one auth server as an observable store, without sign-in and sign-out. */
export interface SessionStore<S> extends SessionObserver<S> {
  /**
   * Calls the listener after each change, until the returned function is called. The first
   * subscriber starts requests, timers and listeners. One second after the last one has left, they
   * all end.
   */
  subscribe(listener: () => void): () => void;
  /**
   * Creates an observer for one consumer. Its snapshot changes only if a field changes that this
   * consumer has read.
   *
   * @param rendered the rendered session of this consumer, if it differs from the `session`
   *   option
   */
  observe(rendered?: S | null): SessionObserver<S>;

  /**
   * Reads the session (`GET /session`), and announces it to all tabs. It never rejects: after a
   * failure it resolves to the session that is known, or to `null`, and the snapshot has the error.
   *
   * With `maxAge` it first looks at what is known; see {@link GetSessionOptions}.
   */
  getSession(options?: GetSessionOptions): Promise<S | null>;
  /**
   * Asks the server to create a new session (`POST /session`). `data` goes to the server's `jwt`
   * callback; of a form, its fields. If the answer does not contain the data yet, the session is
   * read once more.
   *
   * @throws SessionFetchError, CsrfError. The session stays
   * @throws TypeError if JSON cannot hold `data`, or the option `headers` throws
   */
  update(data?: unknown): Promise<S | null>;
  /**
   * Takes a handover: a session that the server has rendered after the first one, e.g. for a soft
   * navigation. `undefined` means that the page has rendered none, and changes nothing.
   */
  hydrate(session: S | null | undefined): void;
  /** Changes when the session is read again. Options that are left out get their defaults. */
  setOptions(options: RefetchOptions): void;
  /**
   * Calls the handler at each event of that name. Events occur only while there is a subscriber, or
   * a call is under way.
   */
  on<Name extends keyof SessionEventMap<S>>(
    name: Name,
    handler: (...args: SessionEventMap<S>[Name]) => void,
  ): () => void;
}

/** A {@link SessionStore} with sign-in, sign-out, and the endpoints that they need. */
export interface SessionClient<S> extends SessionStore<S> {
  /** Asks `GET /providers`; `null` if the server has no such list. @throws SessionFetchError */
  getProviders(): Promise<Record<string, ClientSafeProvider> | null>;
  /** Asks `GET /csrf`; empty if the server needs no token. @throws SessionFetchError */
  getCsrfToken(): Promise<string>;
  /**
   * Signs in. Without a provider, or with one that the server does not know, it navigates to the
   * sign-in page. With `redirect: false` it stays on the page, and resolves to the auth result.
   * With `popup: true` it resolves when the popup has come back, and rejects if that sign-in has
   * failed.
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
   * Signs out, in all tabs. With `redirect: false` it stays on the page, and resolves to the `url`.
   * If it fails, the session stays.
   *
   * @throws SignInError, CsrfError, SessionFetchError, UnsafeRedirectError
   */
  signOut(options: SignOutOptions & { redirect: false }): Promise<SignOutResponse>;
  signOut(options?: SignOutOptions): Promise<SignOutResponse | undefined>;
}
