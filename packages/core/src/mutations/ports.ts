import type { Http } from "../api/http.ts";
import type { ParseSession } from "../api/schema.ts";
import type { FetchSession } from "../api/session.ts";
import type { Popup } from "../environment/environment.ts";
import type { SessionInput } from "../session/event.ts";
import type { SessionState } from "../session/state/state.ts";
import type { SessionStore } from "../types/client.ts";
import type { SessionBase } from "../types/session.ts";
import type { SerialQueue } from "./create-serial-queue.ts";
import type { PageNavigation } from "./page-navigation.ts";

/** The session, as a mutation uses it. */
export interface SessionPort {
  get(): SessionState;
  send(input: SessionInput): void;
  /** The session that is known now, and may be shown. */
  current(): SessionBase | null;
  fetchSession: FetchSession;
  /** What this tab makes of a session, if it has a schema. */
  readonly parse: ParseSession | undefined;
  /** Requests that may set the cookie; the next sign-in or sign-out of any tab aborts them. */
  readonly abortableRequests: Set<AbortController>;
  /** Resolves when no read is under way or asked for any more. */
  untilSettled(): Promise<void>;
  /** Resolves when a state is as it is wanted, or after so long at most. */
  until(isWanted: (state: SessionState) => boolean, limitMs: number): Promise<void>;
}

/** The page, as a mutation uses it. */
export interface PagePort extends PageNavigation {
  /** The environment's own, where it has one. */
  readonly openPopup: (() => Popup | null) | undefined;
  /** Milliseconds by the page's clock. */
  now(): number;
  /** Lets a little time pass. */
  pause(): Promise<void>;
}

/** What sign-in, sign-out and update need of the client. */
export interface MutationPorts {
  readonly session: SessionPort;
  readonly http: Http;
  readonly page: PagePort;
  /** How long a mutation waits for others, in milliseconds. */
  readonly patienceMs: number;
  /** Sign-ins and sign-outs take turns. */
  readonly enqueue: SerialQueue;
  /** Waits until the page is shown, and keeps all running until the work is done. */
  whenShown<T>(work: () => Promise<T>): Promise<T>;
}

// The copies of this package in one program know each other's stores; another number where the
// ports take another shape.
const PORTS = Symbol.for("@sojourn/core 2");

/** Gives a store, and the copies that are made of it, what its actions work on. */
export function withPorts<T extends object>(store: T, getPorts: () => MutationPorts): T {
  return Object.assign(store, { [PORTS]: getPorts });
}

/**
 * What the actions on a store work on.
 *
 * @throws TypeError if it is none of `createSessionStore` or `createSessionClient`
 */
export function portsOf<S>(store: SessionStore<S>): MutationPorts {
  const { [PORTS]: getPorts } = store as { [PORTS]?: () => MutationPorts };
  if (getPorts) return getPorts();
  throw new TypeError("Expected what createSessionStore or createSessionClient has made.");
}
