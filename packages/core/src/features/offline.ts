import { findPageStorage } from "../environment/browser/page-storage.ts";
import { createDefaultEnvironment } from "../environment/default-environment.ts";
import type { Environment } from "../environment/environment.ts";
import { portsOf } from "../mutations/ports.ts";
import type { SessionStore } from "../types/client.ts";
import { openEncryptedItem, type OfflineEncryption } from "./offline/encrypted-item.ts";
import type { Expected } from "./offline/item.ts";
import { createKeeper } from "./offline/keeper.ts";
import { changeRevision } from "./offline/revision.ts";
import { hasFailedFirst, isConfirmed, isOver } from "./offline/states.ts";
import { createViewer } from "./offline/viewer.ts";
import type { ItemStorage } from "./stored-item.ts";

export type { ItemStorage, OfflineEncryption };

/** Options of {@link keepSession}. */
export interface KeepSessionOptions {
  /**
   * Seconds for which a session is kept at most, a finite number above 0. Its `expires` may come
   * before. Default: a day.
   */
  readonly maxAge?: number | undefined;
  /** The app's own version of its sessions. A session that another version has kept is dropped. */
  readonly version?: string | undefined;
  /** How the session is encrypted. Default: it is not, and every script of the page can read it. */
  readonly encryption?: OfflineEncryption | undefined;
  /** Where it is kept. Default: `localStorage`. A storage that throws keeps nothing. */
  readonly storage?: ItemStorage | undefined;
  /** The platform, if the client has got one, too. */
  readonly environment?: Environment | undefined;
}

/** Says whether the client shows a kept session. */
export interface OfflineSession {
  /** Whether what the client shows was kept, and the server has not confirmed it yet. */
  isUnconfirmed(): boolean;
  /** Calls the listener each time that changes, until the result is called. */
  subscribe(listener: () => void): () => void;
  /**
   * Removes what is kept now, and what any tab is about to keep. The next confirmed read keeps the
   * session again.
   */
  forget(): void;
  /** Ends keeping and showing. What is kept stays. */
  stop(): void;
}

const DAY_S = 86_400;

function noop(): void {}

/** Where nothing can be kept. */
const INERT: OfflineSession = {
  isUnconfirmed: () => false,
  subscribe: () => noop,
  forget: noop,
  stop: noop,
};

/**
 * Keeps the last session that the server has confirmed, and shows it when the first read of a page
 * fails for want of a network: "authenticated" with `error`, and `isUnconfirmed()`. Each sign-in,
 * sign-out and `update()` of any tab drops it. It counts as a subscriber. On a server it does
 * nothing.
 *
 * @throws TypeError if `store` is not a session store, or `maxAge` is no finite number above 0
 * @example
 * const client = createSessionClient();
 * const offline = keepSession(client, { maxAge: 7 * 86_400, version: "1" });
 */
export function keepSession<S>(
  store: SessionStore<S>,
  options: KeepSessionOptions = {},
): OfflineSession {
  const { session: port, name } = portsOf(store);
  const { environment = createDefaultEnvironment(), storage = findPageStorage() } = options;
  const { maxAge = DAY_S, version = "", encryption } = options;
  if (!Number.isFinite(maxAge) || maxAge <= 0) {
    throw new TypeError(`maxAge is ${maxAge}: give a number of seconds above 0, as 7 * 86_400.`);
  }
  if (!storage || environment.pageUrl() === undefined) return INERT;
  const stored = openEncryptedItem(environment, storage, `${name}:offline`, encryption);
  const expected = (): Expected => ({
    version,
    revision: environment.revision(name),
    now: environment.now(),
  });
  const context = { environment, port, stored, name, expected };
  const keep = createKeeper(context, maxAge * 1000);
  const viewer = createViewer(context);
  const { isUnconfirmed, receiveError, prepare, checkEnd } = viewer;

  function look(): void {
    checkEnd();
    const state = port.get();
    if (isOver(state)) stored.remove();
    else if (isConfirmed(state)) keep(state);
    else if (hasFailedFirst(state)) void prepare();
  }

  const stops = [
    // Before subscribers are notified of the error, so that none sees "unauthenticated" in between.
    store.on("error", receiveError),
    store.on("userChanged", stored.remove),
    store.subscribe(look),
    viewer.stop,
    stored.cancel,
  ];
  look();
  void prepare();

  return {
    isUnconfirmed,
    subscribe(listener) {
      let was = isUnconfirmed();
      return store.subscribe(() => {
        const is = isUnconfirmed();
        if (is === was) return;
        was = is;
        listener();
      });
    },
    forget() {
      // Another tab may be encrypting a session that it will store.
      changeRevision(environment, name);
      stored.remove();
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
