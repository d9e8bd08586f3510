import { portsOf } from "../mutations/ports.ts";
import { isSameUser } from "../session/identity.ts";
import type { SessionStore } from "../types/client.ts";
import { observeSignIns } from "./last-provider/observe-sign-ins.ts";
import { openRecord } from "./last-provider/record.ts";
import type { ItemStorage } from "./stored-item.ts";

export type { ItemStorage };

/** Options of {@link rememberProvider} and {@link lastProvider}. Both need the same. */
export interface LastProviderOptions {
  /**
   * Where the id is kept. Default: `localStorage`, and nothing on a server. A storage that throws
   * keeps nothing.
   */
  readonly storage?: ItemStorage | undefined;
}

/** The provider of the last sign-in in this browser, as a store. */
export interface LastProvider {
  /**
   * Returns the provider's id; `null` if none is known. The server may have removed the provider
   * since, so compare the id with those that it lists.
   */
  getSnapshot(): string | null;
  /** Returns `null`. For hydration. */
  getServerSnapshot(): null;
  /** Calls the listener after each change, in this or another tab, until the result is called. */
  subscribe(listener: () => void): () => void;
  /** Removes what is kept. */
  forget(): void;
}

function noop(): void {}

/**
 * Keeps the id of the provider with which a user signs in through this client: by `signIn` of the
 * client or of an adapter, in a popup, or with a passkey. Call it on each page, because a sign-in by
 * a redirect or a link ends on another one. It reads the session only if such a sign-in is under
 * way. On a server it does nothing.
 *
 * @returns a function that ends it
 * @throws TypeError if `store` is not a session store
 */
export function rememberProvider<S>(
  store: SessionStore<S>,
  { storage }: LastProviderOptions = {},
): () => void {
  const ports = portsOf(store);
  const record = openRecord(ports.name, storage);
  if (!record) return noop;
  const { session, environment } = ports;

  const stopObserving = observeSignIns(ports, (id, isPopup) => {
    const before = session.current();
    const attempt = record.begin(id, !before);
    return (isAccepted) => {
      if (!isAccepted) return record.drop(attempt);
      const after = session.current();
      const isNew = after && !isSameUser(after, before, session.get().options.identify);
      // Without a new session the provider or an email has to be visited first.
      if (isPopup || isNew) record.succeed(id);
    };
  });

  const begun = record.attempt();
  // Somebody who was signed in may have come back without the provider.
  if (!begun?.fromNobody) return stopObserving;
  const isBack = environment.isArrival();
  let stopReading: () => void = noop;

  function conclude(): void {
    const { status, error } = store.getSnapshot();
    // After a failed read the client reads again.
    if (status === "loading" || error) return;
    // A sign-in on this page may have replaced the attempt meanwhile.
    const attempt = record?.attempt();
    if (status === "authenticated" && attempt?.fromNobody) record?.succeed(attempt.id);
    // The provider has sent nobody back. Any other page may be that of "look into your mailbox".
    if (status === "unauthenticated" && isBack && begun) record?.drop(begun);
    stopReading();
  }

  stopReading = store.subscribe(conclude);
  conclude();
  return () => {
    stopObserving();
    stopReading();
  };
}

/**
 * Returns the provider that {@link rememberProvider} has kept, as a store. For a mark "last used" on
 * a sign-in page.
 *
 * @throws TypeError if `store` is not a session store
 * @example
 * const { getSnapshot, subscribe } = lastProvider(client);
 * subscribe(() => console.log(getSnapshot()));
 */
export function lastProvider<S>(
  store: SessionStore<S>,
  { storage }: LastProviderOptions = {},
): LastProvider {
  const record = openRecord(portsOf(store).name, storage);
  return {
    getSnapshot: () => record?.lastId() ?? null,
    getServerSnapshot: () => null,
    subscribe: (listener) => record?.onChange(listener) ?? noop,
    forget: () => record?.clear(),
  };
}
