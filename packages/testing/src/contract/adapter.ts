import type {
  Session,
  SessionClient,
  SessionError,
  SessionStatus,
  SessionView,
} from "@sojourn/core";

/** The result of an adapter's `useSession`, with `select` or without. */
export interface ShownSession {
  readonly status: SessionStatus;
  /** The session, or the result of `select`; `null` or `undefined` if there is no session. */
  readonly data: unknown;
  readonly error: SessionError | null;
  update(data?: unknown): Promise<unknown>;
}

/** Options that the contract gives to `useSession`. */
export interface ConsumerOptions extends SessionView<Session, unknown> {
  onUnauthenticated?: (() => void) | undefined;
}

/** One component that reads the session. */
export interface ContractConsumer {
  readonly options: ConsumerOptions;
  /**
   * Returns the text that the component renders. Call it in each rendering, with the results of
   * `useSession(options)` and `useSessionClient()`.
   */
  show(session: ShownSession, client: SessionClient<Session>): string;
}

/** A page to mount. */
export interface ContractApp {
  /** The client of all components of the page. */
  readonly client: SessionClient<Session>;
  readonly consumers: readonly ContractConsumer[];
  /**
   * The session that the page passes to the adapter with the client; `undefined` if it passes none.
   */
  readonly session?: Session | null | undefined;
}

/**
 * A page that renders in circles: in each rendering it changes the session that it is shown, and
 * hands it over.
 */
export interface CircularApp extends Omit<ContractApp, "session"> {
  /**
   * The client of one more component, above the others. It may be `client`, or another client of
   * the page.
   */
  readonly source: SessionClient<Session>;
  /**
   * Returns the session that this component passes to the adapter with `client`, or to
   * `client.hydrate`. Call it in each rendering, with the result of `useSession()`.
   */
  make(shown: ShownSession): Session | null | undefined;
}

/** A mounted page. */
export interface MountedApp {
  /** Returns the text of each consumer in the document. */
  texts(): string[];
  unmount(): void | Promise<void>;
}

/** A page to render for one request. It is plain data, so another process may render it. */
export interface ServerPage {
  /**
   * The session as the app's server knows it: `null` means nobody, `undefined` that it is not
   * known. The adapter creates its client with it.
   */
  readonly session: Session | null | undefined;
  /**
   * Whether the app provides one client for all requests, which was created without a session.
   * `session` is passed with it.
   */
  readonly hasOwnClient?: boolean;
  /** The options of `useSession` for each consumer, which renders `toLine(useSession(options))`. */
  readonly consumers: readonly { readonly required?: boolean }[];
}

/** The part of an adapter that renders on a server. */
export interface ServerUnderTest {
  /** Renders a page as a server does, without a `window`, and resolves to its HTML. */
  render(page: ServerPage): string | Promise<string>;
  /** Puts the HTML into the document, and hydrates it with the same components. */
  hydrate(html: string, app: ContractApp): MountedApp | Promise<MountedApp>;
}

/** An adapter as the contract uses it. */
export interface AdapterUnderTest {
  mount(app: ContractApp): MountedApp | Promise<MountedApp>;
  /**
   * Mounts a page that hands over a new session in each rendering. Its texts are those of its
   * consumers. Without this function, the rules for such pages are left out.
   */
  mountCircle?(app: CircularApp): MountedApp | Promise<MountedApp>;
  /** Runs some work, and resolves when the framework has rendered its effects. */
  settle(work: () => Promise<void>): Promise<void>;
  /** Without this, the rules for servers and hydration are left out. */
  server?: ServerUnderTest;
}
