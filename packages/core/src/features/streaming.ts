import { isServer } from "../environment/is-server.ts";
import { portsOf } from "../mutations/ports.ts";
import { isUnknown } from "../session/state/cache.ts";
import { isAnyTabMutating } from "../session/state/mutations.ts";
import { isStreaming, NO_READ, type NextRead } from "../session/state/next-read.ts";
import { isNeverShown } from "../session/state/tab.ts";
import type { SessionStore } from "../types/client.ts";

/** A promise of the session that a server renders the page with. `null` means nobody. */
export type SessionPromise<S> = PromiseLike<S | null | undefined>;

/** Nothing is read before the first subscriber, and then not before `timeoutMs` have passed. */
const STREAMED_READ: NextRead = {
  ...NO_READ,
  schedule: { type: "scheduled", at: Infinity, reason: "stream" },
};

// All copies of a store share its ports, so these are the keys.
const latest = new WeakMap<object, unknown>();
const waits = new WeakMap<object, Promise<void>>();
const results = new WeakMap<object, Promise<unknown>>();

/** Whether a value is a promise. Those of React Server Components have only `then`. */
export function isPromise<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

/**
 * Hands over the session that a page streams. The promise is handed over as `store.hydrate` does,
 * when it resolves. Until then a store that knows no session shows "loading", and reads nothing for
 * `timeoutMs`. A promise that rejects, or resolves to `undefined`, has the session read. A session
 * that may be older than a sign-in or sign-out of any tab is not shown; the server is asked.
 *
 * Call it before the first subscriber, and again for each later promise, which replaces the earlier
 * one.
 *
 * @returns a function that drops the promise, if it is still pending. If no other one follows at
 *   once, the session is read
 * @throws TypeError if `store` is not from `createSessionStore` or `createSessionClient`
 * @example
 * const client = createSessionClient();
 * streamSession(client, promise);
 */
export function streamSession<S>(store: SessionStore<S>, session: SessionPromise<S>): () => void {
  const ports = portsOf(store);
  const { get, send, replace } = ports.session;
  async function readUnlessReplaced(): Promise<void> {
    // A page that replaces the promise hands over the next one at once.
    await Promise.resolve();
    if (!latest.has(ports) && isStreaming(get())) send({ type: "asked" });
  }
  const drop = (): void => {
    if (latest.get(ports) === session) latest.delete(ports);
    void readUnlessReplaced();
  };
  if (latest.get(ports) === session) return drop;
  latest.set(ports, session);
  if (isNeverShown(get()) && isUnknown(get())) replace({ ...get(), nextRead: STREAMED_READ });
  const isFirst = isStreaming(get());

  function settle(result?: S | null): void {
    const state = get();
    if (latest.get(ports) !== session) return;
    // Something has called for a read that is under way or due, e.g. a sign-out of a tab that runs
    // next-auth.
    const isReading = isFirst && isUnknown(state) && !isStreaming(state) && !state.failure.count;
    if (isReading) return;
    // The page was rendered before the mutation that is under way.
    const isOutdated = isStreaming(state) && isAnyTabMutating(state);
    if (result === undefined || isOutdated) send({ type: "asked" });
    else store.hydrate(result);
  }
  session.then(settle, () => settle());
  return drop;
}

/**
 * Whether a store still waits for a session that the page has rendered or streams. What it shows
 * until then says nothing about the user.
 */
export function isAwaitingSession<S>(store: SessionStore<S>): boolean {
  const state = portsOf(store).session.get();
  return isStreaming(state) || state.tab.type === "new";
}

/**
 * Resolves to the result of a streamed session; to `undefined` if it rejects, or in a browser takes
 * longer than `timeoutMs`. It returns the same promise for the same session, and never rejects. For
 * suspending components.
 */
export function whenStreamed<S>(
  store: SessionStore<S>,
  session: SessionPromise<S>,
): Promise<S | null | undefined> {
  const known = results.get(session);
  // It was made from the same promise.
  if (known) return known as Promise<S | null | undefined>;
  const { until, get } = portsOf(store).session;
  let isSettled = false;
  const result = new Promise<S | null | undefined>((resolve) => {
    const settle = (value?: S | null): void => {
      isSettled = true;
      resolve(value);
    };
    session.then(settle, () => settle());
    // A server ends the whole response when it takes too long.
    if (isServer()) return;
    void until(() => isSettled, get().options.timeoutMs).then(() => settle());
  });
  results.set(session, result);
  return result;
}

/**
 * Resolves when the status is not "loading" any more, which takes a little more than `timeoutMs` at
 * most. It counts as a subscriber until then. It returns the same promise while it is pending. For
 * suspending components.
 */
export function whenKnown<S>(store: SessionStore<S>): Promise<void> {
  const ports = portsOf(store);
  const known = waits.get(ports);
  if (known) return known;
  const wait = new Promise<void>((resolve) => {
    const check = (): void => {
      if (store.getSnapshot().status === "loading") return;
      stop();
      waits.delete(ports);
      resolve();
    };
    const stop = store.subscribe(check);
    check();
  });
  waits.set(ports, wait);
  return wait;
}
