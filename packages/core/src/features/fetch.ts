import { portsOf } from "../mutations/ports.ts";
import { isFromServer } from "../session/state/cache.ts";
import { isUnobserved } from "../session/state/tab.ts";
import type { SessionStore } from "../types/client.ts";
import { discardBody } from "./fetch/discard-body.ts";
import { isReadSince, mayRetry } from "./fetch/may-retry.ts";
import { repeatable } from "./fetch/repeatable.ts";
import { unlessAborted } from "./fetch/unless-aborted.ts";

/** A function with the signature of `fetch`. */
export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

/** Options of `createAuthFetch`. */
export interface AuthFetchOptions {
  /** Sends the requests. Default: the environment's `fetch`, in a browser that of the page. */
  fetch?: Fetch | undefined;
  /**
   * Whether a response says that the server does not accept the session. Default: its status is
   * 401. `response.url` says which server it is from.
   */
  isRefused?: ((response: Response) => boolean) | undefined;
}

/**
 * Creates a `fetch` for the app's own requests. After a 401 it has the session read, once for all
 * such requests of all tabs. If the session has changed since the request began, if only its
 * `expires`, it sends the request once more. It resolves to the 401 if nothing has changed, if the
 * session could not be read, or if nobody or another user is signed in now. It never signs out.
 *
 * It does not repeat a request whose `body` is a stream or another iterable, because that can be
 * read only once. It handles the responses of all origins.
 *
 * @returns a function that rejects as `fetch` does
 * @throws TypeError if `store` is not a session store
 * @example
 * const authFetch = createAuthFetch(client);
 * const response = await authFetch("/api/orders");
 */
export function createAuthFetch<S>(store: SessionStore<S>, options: AuthFetchOptions = {}): Fetch {
  const { environment, session } = portsOf(store);
  // The `fetch` of a platform takes more than the client's own requests need.
  const { fetch = environment.fetch as Fetch, isRefused = ({ status }) => status === 401 } =
    options;

  /** Waits until the server has confirmed the session since `startedAt`, or could not be asked. */
  async function readSince(startedAt: number): Promise<void> {
    const readOnce = async (): Promise<void> => {
      const elapsed = (environment.now() - startedAt) / 1000;
      // A rendered session gets the time of its first subscriber, but it may be older.
      await store.getSession({ maxAge: isFromServer(session.get()) ? elapsed : -1 });
    };
    await readOnce();
    // A tab that opens takes what another tab knows first, and that may be older.
    if (!isReadSince(session.get(), startedAt)) await readOnce();
  }

  return async (input, init) => {
    const before = session.get();
    const startedAt = environment.now();
    const again = repeatable(input, init);
    const isWorthwhile = (): boolean => mayRetry(before, session.get(), startedAt);
    try {
      const response = await fetch(input, init);
      if (!isRefused(response)) return response;
      // The session may have changed while the request was under way. Without a subscriber this tab
      // may not know of it yet.
      const isKnown = !isUnobserved(session.get()) && isWorthwhile();
      if (!isKnown) await unlessAborted(readSince(startedAt), input, init);
      if (!again || !isWorthwhile()) return response;
      discardBody(response);
      return await fetch(...again);
    } finally {
      discardBody(again?.[0]);
    }
  };
}
