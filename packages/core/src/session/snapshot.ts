import type { SessionView, ShownSnapshot } from "../types/observer.ts";
import type { SessionBase, SessionSnapshot, SessionStatus } from "../types/session.ts";
import { shareStructure } from "../share-structure.ts";
import { toShownSession } from "./shown-session.ts";
import { isUnknown } from "./state/cache.ts";
import type { SessionState } from "./state/state.ts";

/** Turns states into snapshots for one consumer. */
export type ReadSnapshot = <T, R extends boolean = boolean>(
  state: SessionState,
  view?: SessionView<never, T, R>,
) => ShownSnapshot<R, T>;

/** Derives the status. It is "loading" only while nothing is known and nothing has failed. */
export function statusOf(state: SessionState): SessionStatus {
  if (isUnknown(state)) return state.failure.error ? "unauthenticated" : "loading";
  return state.cache.session ? "authenticated" : "unauthenticated";
}

/** Whether it is certain that nobody is signed in. Only then may a page redirect the user. */
export function isSignedOut(state: SessionState): boolean {
  return statusOf(state) === "unauthenticated" && !state.failure.error;
}

function visibleFieldsOf(state: SessionState): unknown[] {
  return [
    state.cache.session,
    isUnknown(state),
    state.expiry.expires,
    state.failure.error,
    state.fetching.type,
  ];
}

/** Whether two states look the same to every consumer. */
export function haveSameVisibleFields(a: SessionState, b: SessionState): boolean {
  const others = visibleFieldsOf(b);
  return visibleFieldsOf(a).every((field, index) => field === others[index]);
}

/**
 * Defines a property that notes whether it was read, and that can be written to.
 *
 * @returns a function that says whether the property was read and its value has changed since
 */
function track(target: object, name: string, current: () => unknown): () => boolean {
  let seen: [unknown] | undefined;
  const get = (): unknown => (seen ??= [current()])[0];
  const set = (value: unknown): void =>
    void Object.defineProperty(target, name, { value, writable: true });
  Object.defineProperty(target, name, { get, set, enumerable: true, configurable: true });
  return () => !!seen && seen[0] !== current();
}

type Select = (session: unknown) => unknown;

/** Works as `shareStructure`, but also accepts a value that refers to itself. */
function shareSafely(previous: unknown, next: unknown): unknown {
  try {
    return shareStructure(previous, next);
  } catch {
    return next;
  }
}

/**
 * Creates a function that returns the snapshot. That stays the same object until something changes
 * that its consumer has read. `expires` changes with every read and `isFetching` twice, so both are
 * getters that note when they are read.
 */
export function createSnapshotReader(): ReadSnapshot {
  let state: SessionState;
  let source: SessionBase | undefined;
  let session: SessionBase | undefined;
  // The key is the function, because React may call again with the `select` of a render that it has
  // discarded.
  let selections: WeakMap<Select, readonly [from: unknown, value: unknown]> | undefined;
  let snapshot: SessionSnapshot<unknown> | undefined;
  let hasExpiresChanged: () => boolean;
  let hasFetchingChanged: () => boolean;

  function sessionOf(current: SessionBase): SessionBase {
    if (!session || source !== current || hasExpiresChanged()) {
      session = { ...toShownSession(current, source) };
      source = current;
      hasExpiresChanged = track(session, "expires", () => state.expiry.expires);
    }
    return session;
  }

  /**
   * Applies `select` to a session. A `select` that depends on other state has to be a new function
   * when that state changes.
   */
  function selectFrom(from: unknown, select: Select): unknown {
    selections ??= new WeakMap();
    const last = selections.get(select);
    // `select` may return a new object each time. If it were called again, the snapshot would
    // change without end.
    if (last && last[0] === from) return last[1];
    const value = shareSafely(snapshot?.data, select(from));
    selections.set(select, [from, value]);
    return value;
  }

  function read(
    next: SessionState,
    { required, select }: SessionView<never, unknown> = {},
  ): SessionSnapshot<unknown> {
    state = next;
    const { error } = state.failure;
    const known = statusOf(state);
    const status = required && known === "unauthenticated" ? "loading" : known;
    // `required` shows "loading" in place of "unauthenticated". `data` still says what is known.
    let data: unknown = status === "loading" && isUnknown(state) ? undefined : null;
    if (status === "authenticated") {
      // "authenticated" means that there is a session, and `select` takes the type of the client's
      // session.
      data = sessionOf(state.cache.session as SessionBase);
      if (select) data = selectFrom(data, select as Select);
    }
    const isSame =
      snapshot?.status === status && snapshot.error === error && Object.is(snapshot.data, data);
    if (!isSame || hasFetchingChanged()) {
      // `status` and `data` belong together, which the compiler cannot see.
      snapshot = { status, data, error } as SessionSnapshot<unknown>;
      hasFetchingChanged = track(snapshot, "isFetching", () => state.fetching.type === "reading");
      Object.freeze(snapshot);
    }
    // The lines above have created it, if it did not exist before.
    return snapshot as SessionSnapshot<unknown>;
  }

  // `data` is the result of `select`, or a session of the type that the caller declares. `required`
  // narrows the status.
  return read as ReadSnapshot;
}
