import type { Popup } from "../environment/environment.ts";
import type { PageNavigation } from "./page-navigation.ts";
import type { Http } from "../api/http.ts";
import type { ParseSession } from "../api/schema.ts";
import type { FetchSession } from "../api/session.ts";
import type { SessionBase } from "../types/session.ts";
import type { SessionInput } from "../session/event.ts";
import type { SessionState } from "../session/state/state.ts";
import type { SessionStore } from "../types/client.ts";
import type { SerialQueue } from "./create-serial-queue.ts";

/** What sign-in, sign-out and update need of the client. */
export interface MutationContext extends PageNavigation {
  readonly http: Http;
  /** What this tab makes of a session, if it has a schema. */
  readonly parse: ParseSession | undefined;
  readonly fetchSession: FetchSession;
  /** Requests that may set the cookie; the next sign-in or sign-out of any tab aborts them. */
  readonly abortableRequests: Set<AbortController>;
  send(input: SessionInput): void;
  get(): SessionState;
  /** Whether no mutation is under way, in any tab. */
  isFree(): boolean;
  /** Lets a little time pass. */
  pause(): Promise<void>;
  /** How often a mutation pauses for others, before it goes on without. */
  readonly mostPauses: number;
  /** The session that is known now, and may be shown. */
  current(): SessionBase | null;
  /** Resolves when no read is under way or asked for any more. */
  untilSettled(): Promise<void>;
  /** Where the auth server's endpoints are; relative to the page, perhaps. */
  readonly authHref: string;
  /** The environment's own, where it has one. */
  readonly openPopup: (() => Popup | null) | undefined;
  /** Sign-ins and sign-outs take turns. */
  readonly enqueue: SerialQueue;
  /** Waits until the page is shown, and keeps all running until the work is done. */
  whenShown<T>(work: () => Promise<T>): Promise<T>;
}

// The copies of this package in one program know each other's stores; another number where the
// context takes another shape.
const CONTEXT = Symbol.for("@sojourn/core 1");

/** Gives a store, and the copies that are made of it, what its actions work on. */
export function withContext<T extends object>(store: T, context: MutationContext): T {
  return Object.assign(store, { [CONTEXT]: context });
}

/**
 * What the actions on a store work on.
 *
 * @throws TypeError if it is none of `createSessionStore` or `createSessionClient`
 */
export function contextOf<S>(store: SessionStore<S>): MutationContext {
  const { [CONTEXT]: context } = store as { [CONTEXT]?: MutationContext };
  if (context) return context;
  throw new TypeError("Expected what createSessionStore or createSessionClient has made.");
}
