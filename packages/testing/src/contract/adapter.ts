import type {
  Session,
  SessionClient,
  SessionError,
  SessionStatus,
  SessionView,
} from "@sojourn/core";

/** What `useSession` of an adapter gives, with `select` or without. */
export interface ShownSession {
  readonly status: SessionStatus;
  /** The session, what `select` has made of it, or why there is none. */
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
   * The text that the component renders. To be called each time that it renders, with what
   * `useSession(options)` and `useSessionClient()` give there.
   */
  show(session: ShownSession, client: SessionClient<Session>): string;
}

/** A page to be mounted. */
export interface ContractApp {
  /** The client of all that is on the page. */
  readonly client: SessionClient<Session>;
  readonly consumers: readonly ContractConsumer[];
  /** What the page hands to the adapter beside the client; `undefined` if that is nothing. */
  readonly session?: Session | null | undefined;
}

/** A page that renders in circles: it hands over what it makes of the session that it is shown. */
export interface CircularApp extends Omit<ContractApp, "session"> {
  /** The client of one more component, above the others; `client` or another one of the page. */
  readonly source: SessionClient<Session>;
  /**
   * What that component hands to the adapter, or to `client.hydrate`, as the session beside `client`.
   * To be called each time that it renders, with what `useSession()` gives there.
   */
  make(shown: ShownSession): Session | null | undefined;
}

/** A page that stands. */
export interface MountedApp {
  /** The text of each consumer, as the document has it now. */
  texts(): string[];
  unmount(): void | Promise<void>;
}

/** A page to be rendered for one request. It is plain data, so another process may render it. */
export interface ServerPage {
  /** As an app's server has it: `undefined` unknown, `null` nobody. The adapter makes its client of it. */
  readonly session: Session | null | undefined;
  /**
   * The client is one of the app's own, made without any session and the same for all requests, and
   * `session` stands beside it.
   */
  readonly hasOwnClient?: boolean;
  /** For each consumer the options of `useSession`; it renders `toLine(useSession(options))`. */
  readonly consumers: readonly { readonly required?: boolean }[];
}

/** The part of an adapter that renders on a server. */
export interface ServerUnderTest {
  /** Renders a page as a server does, where no `window` is, and resolves to its HTML. */
  render(page: ServerPage): string | Promise<string>;
  /** Puts the HTML into the document, and lets the framework take it over with the same components. */
  hydrate(html: string, app: ContractApp): MountedApp | Promise<MountedApp>;
}

/** An adapter, as the contract drives it. */
export interface AdapterUnderTest {
  mount(app: ContractApp): MountedApp | Promise<MountedApp>;
  /**
   * Mounts a page that hands over a session made anew each time it renders. The texts are those of
   * its consumers. Without it, the rules for such pages are left out.
   */
  mountCircle?(app: CircularApp): MountedApp | Promise<MountedApp>;
  /** Does something, and resolves when the framework has rendered what follows from it. */
  settle(work: () => Promise<void>): Promise<void>;
  /** Without it, the rules for servers and hydration are left out. */
  server?: ServerUnderTest;
}
