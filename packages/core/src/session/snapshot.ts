import type { SessionView, ShownSnapshot } from "../types/client.ts";
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

/** "loading" only while nothing is known and nothing has failed. */
export function statusOf(state: SessionState): SessionStatus {
  if (isUnknown(state)) return state.failure.error ? "unauthenticated" : "loading";
  return state.cache.session ? "authenticated" : "unauthenticated";
}

/** Whether it is certain that nobody is signed in: only then may a page send its visitor away. */
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

/** Whether nobody can tell the one from the other, wherever they look. */
export function haveSameVisibleFields(a: SessionState, b: SessionState): boolean {
  const others = visibleFieldsOf(b);
  return visibleFieldsOf(a).every((field, index) => field === others[index]);
}

/**
 * Gives an object a property that takes note of being looked at, and that can be written to.
 *
 * @returns whether somebody has looked, and the value is another by now
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

/** The same as `shareStructure`, also for what refers to itself and so has no end. */
function shareSafely(previous: unknown, next: unknown): unknown {
  try {
    return shareStructure(previous, next);
  } catch {
    return next;
  }
}

/**
 * Makes a reader whose snapshot stays the same object until something changes that its consumer
 * has looked at. `expires` moves with every read and `isFetching` twice, so both are getters that
 * take note of a look.
 */
export function createSnapshotReader(): ReadSnapshot {
  let state: SessionState;
  let source: SessionBase | undefined;
  let session: SessionBase | undefined;
  // By the function: React may look once more with that of a render that it has thrown away.
  let selections: WeakMap<Select, readonly [from: unknown, value: unknown]> | undefined;
  let snapshot: SessionSnapshot<unknown> | undefined;
  let hasExpiresMoved: () => boolean;
  let hasFetchingMoved: () => boolean;

  function sessionOf(current: SessionBase): SessionBase {
    if (!session || source !== current || hasExpiresMoved()) {
      session = { ...toShownSession(current, source) };
      source = current;
      hasExpiresMoved = track(session, "expires", () => state.expiry.expires);
    }
    return session;
  }

  /** What `select` gives for a session. A function that follows other state has to be another one. */
  function selectFrom(from: unknown, select: Select): unknown {
    selections ??= new WeakMap();
    const last = selections.get(select);
    // Not called again: what it gives may be another one each time, and would be news for ever.
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
    // `required` hides that nobody is signed in from the status; the data tells what is known.
    let data: unknown = status === "loading" && isUnknown(state) ? undefined : null;
    if (status === "authenticated") {
      // "authenticated" says that there is a session; what `select` takes is what the client holds.
      data = sessionOf(state.cache.session as SessionBase);
      if (select) data = selectFrom(data, select as Select);
    }
    const isSame =
      snapshot?.status === status && snapshot.error === error && Object.is(snapshot.data, data);
    if (!isSame || hasFetchingMoved()) {
      // `status` and `data` were derived together, which the compiler cannot see.
      snapshot = { status, data, error } as SessionSnapshot<unknown>;
      hasFetchingMoved = track(snapshot, "isFetching", () => state.fetching.type === "reading");
      Object.freeze(snapshot);
    }
    // Made just now, if not before.
    return snapshot as SessionSnapshot<unknown>;
  }

  // `data` is what `select` gives, or the session that the caller knows the type of; the status is
  // what `required` leaves.
  return read as ReadSnapshot;
}
