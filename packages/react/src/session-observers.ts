import type {
  RegisteredSession,
  SessionObserver,
  SessionStore,
  ShownSnapshot,
} from "@sojourn/core";
import type { SessionSource } from "./shared.ts";
import type { UseSessionResult } from "./types.ts";

/** A snapshot of any consumer. */
type Snapshot = ShownSnapshot<boolean, unknown>;

type Result = UseSessionResult<boolean, unknown>;

const observers = new WeakMap<SessionSource, SessionObserver<RegisteredSession>>();
const results = new WeakMap<Snapshot, Result>();

/** Creates an observer for one consumer. */
export function observerOf({
  client,
  rendered,
}: SessionSource): SessionObserver<RegisteredSession> {
  return client.observe(rendered);
}

/** Returns the observer that all consumers of a source share that use no options. */
export function sharedObserverOf(source: SessionSource): SessionObserver<RegisteredSession> {
  const observer = observers.get(source) ?? observerOf(source);
  observers.set(source, observer);
  return observer;
}

/** Returns the result of `useSession` for a snapshot: the same object for the same snapshot. */
export function resultOf(client: SessionStore<RegisteredSession>, snapshot: Snapshot): Result {
  const known = results.get(snapshot);
  if (known) return known;
  const { data, status, error } = snapshot;
  // The properties belong to one snapshot, which the compiler cannot see.
  const result = { data, status, error, update: client.update } as Result;
  results.set(snapshot, result);
  return result;
}
