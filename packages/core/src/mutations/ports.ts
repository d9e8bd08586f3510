import type { Http } from "../api/http.ts";
import type { ParseSession } from "../api/schema.ts";
import type { FetchSession } from "../api/session.ts";
import type { ProviderList, Providers } from "../api/providers.ts";
import type { Environment } from "../environment/environment.ts";
import type { SessionInput } from "../session/event.ts";
import type { SessionState } from "../session/state/state.ts";
import type { SessionStore } from "../types/client.ts";
import type { SessionBase } from "../types/session.ts";
import type { SerialQueue } from "./create-serial-queue.ts";
import type { PageNavigation } from "./page-navigation.ts";

/** The session, as mutations use it. */
export interface SessionPort {
  get(): SessionState;
  send(input: SessionInput): void;
  /**
   * Replaces the state before the first event, or between two. Subscribers are notified at the next
   * event.
   */
  replace(state: SessionState): void;
  /** Returns the session that is known and may be shown, or `null`. */
  current(): SessionBase | null;
  fetchSession: FetchSession;
  /** This tab's schema for a session, if it has one. */
  readonly parse: ParseSession | undefined;
  /**
   * Requests of mutations that may set the cookie. The next sign-in or sign-out of any tab aborts
   * them, and so does leaving the page.
   */
  readonly abortableRequests: Set<AbortController>;
  /** Resolves when no read is under way or forced any more. */
  untilSettled(): Promise<void>;
  /** Resolves when a state fulfils the condition, or after `limitMs` milliseconds at most. */
  until(isWanted: (state: SessionState) => boolean, limitMs: number): Promise<void>;
}

/** The page, as mutations use it. */
export interface PagePort extends PageNavigation {
  /** Waits a short time. */
  pause(): Promise<void>;
}

/** What a sign-in asks for before it posts. */
export type SignInNeeds = readonly [providers: Providers | null, csrfToken: string];

/** What `prepareSignIn` has asked for. */
export interface PreparedSignIn {
  /** Whether a sign-in may use it, or wait for it. */
  isUsable(): boolean;
  /**
   * Returns it for a sign-in that starts now; `undefined` if that has to ask by itself. It waits for
   * a request under way for a moment only, and then asks again.
   */
  take(): Promise<SignInNeeds> | undefined;
}

/** The ports of a mutation: the session, http and the page. */
export interface MutationPorts {
  /** The name of the store's channel, lock and revision, in all tabs. */
  readonly name: string;
  readonly environment: Environment;
  readonly session: SessionPort;
  readonly http: Http;
  readonly page: PagePort;
  /** How long an update waits for other mutations, in milliseconds. */
  readonly mutationTimeoutMs: number;
  /** The serial queue of sign-ins and sign-outs. */
  readonly enqueue: SerialQueue;
  /** Waits until the page is shown, and keeps the client running until the work has ended. */
  whenShown<T>(work: () => Promise<T>): Promise<T>;
  /** The list of providers, if it was needed; see `providerListOf`. */
  providers?: ProviderList | undefined;
  /** What the next sign-in may use, if something was prepared. */
  prepared?: PreparedSignIn | undefined;
}

// All copies of this package in one program find the ports of a store. The number changes with the
// shape of the ports.
const PORTS = Symbol.for("@sojourn/core 3");

/** Attaches the ports to a store; they are made on first use. Copies of the store keep them. */
export function withPorts<T extends object>(store: T, getPorts: () => MutationPorts): T {
  return Object.assign(store, { [PORTS]: getPorts });
}

/**
 * Returns the ports of a store.
 *
 * @throws TypeError if the store is not from `createSessionStore` or `createSessionClient`
 */
export function portsOf<S>(store: SessionStore<S>): MutationPorts {
  const { [PORTS]: getPorts } = store as { [PORTS]?: () => MutationPorts };
  if (getPorts) return getPorts();
  throw new TypeError("Expected a store of createSessionStore or createSessionClient.");
}
