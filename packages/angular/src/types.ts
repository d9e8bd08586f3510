import type { Signal, StateKey, WritableSignal } from "@angular/core";
import type {
  RegisteredSession,
  SessionClient,
  SessionClientOptions,
  SessionObserver,
  ShownSnapshot,
  Stop,
} from "@sojourn/core";

type Client = SessionClient<RegisteredSession>;
type Functions = Pick<Client, "signIn" | "signOut" | "update">;

/** Options of `provideSojourn`. */
export interface SojournOptions extends SessionClientOptions<RegisteredSession> {
  /** A client of your own. All other client options but `session` have no effect then. */
  client?: Client | undefined;
  /**
   * The path of the app's sign-in page, a route of the app. The guards of `@sojourn/angular/router`
   * lead there. Default: `/auth/signin`.
   */
  signInPage?: string | undefined;
}

/** Options of `injectSession`. */
export interface InjectSessionOptions<R extends boolean = boolean, T = RegisteredSession> {
  /**
   * Shows "loading" in place of "unauthenticated", and navigates to the sign-in page. It may be a
   * signal.
   */
  readonly required?: R | (() => R) | undefined;
  /** Called instead of that navigation, each time it becomes certain that nobody is signed in. */
  readonly onUnauthenticated?: (() => void) | undefined;
  /** Computes `data` from the session. It is called again when signals change that it reads. */
  readonly select?: ((session: RegisteredSession) => T) | undefined;
}

/** The result of `injectSession`: the session in signals, and functions to change it. */
export interface InjectSessionResult<
  R extends boolean = false,
  T = RegisteredSession,
> extends Functions {
  /** `undefined` while "loading", `null` if nobody is signed in, else the session. */
  readonly data: Signal<ShownSnapshot<R, T>["data"]>;
  readonly status: Signal<ShownSnapshot<R, T>["status"]>;
  /** Why the last read has failed; `null` after one has succeeded. */
  readonly error: Signal<ShownSnapshot<R, T>["error"]>;
  /** Whether a read is under way. */
  readonly isFetching: Signal<boolean>;
  /** All of these as one object, so that `status` narrows `data`. */
  readonly snapshot: Signal<ShownSnapshot<R, T>>;
}

/** What `provideSojourn` provides: the client of one injector, and what its consumers share. */
export interface SojournContext {
  readonly client: Client;
  /** Where a server writes the session into the page. */
  readonly key: StateKey<RegisteredSession | null>;
  /** The rendered session. On a server, routes may be activated before the session has been read. */
  readonly rendered: WritableSignal<RegisteredSession | null | undefined>;
  /** Creates an observer of the client, another one for another rendered session. */
  createObserver(): Signal<SessionObserver<RegisteredSession>>;
  readonly signInPage: string | undefined;
  /** Whether the app is rendered to HTML, so that there are no subscribers. */
  readonly onServer: boolean;
  /** A counter that makes signals read again. While it is zero they show the rendered session. */
  readonly tick: Signal<number>;
  /** The client's functions. What they start does not keep a zone of Angular from being stable. */
  readonly functions: Functions;
  /** The signals that all consumers without `required` and `select` share. */
  shared?: InjectSessionResult | undefined;
  /**
   * Adds a consumer, outside of a zone of Angular. The first one subscribes, and the last one that
   * leaves unsubscribes.
   */
  connect(): Stop;
}
