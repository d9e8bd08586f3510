import type {
  RegisteredSession,
  SessionObserver,
  SessionStore,
  ShownSnapshot,
} from "@sojourn/core";
import type { SessionSource } from "./shared.ts";
import type { UseSessionResult } from "./types.ts";

/** A snapshot of whatever a consumer sees of the session. */
type Snapshot = ShownSnapshot<boolean, unknown>;

type Result = UseSessionResult<boolean, unknown>;

const observers = new WeakMap<SessionSource, SessionObserver<RegisteredSession>>();
const results = new WeakMap<Snapshot, Result>();

/** Makes a look of its own. */
export function observerOf({
  client,
  rendered,
}: SessionSource): SessionObserver<RegisteredSession> {
  return client.observe(rendered);
}

/** The look that all consumers of a source share that want to see the whole session. */
export function sharedObserverOf(source: SessionSource): SessionObserver<RegisteredSession> {
  const observer = observers.get(source) ?? observerOf(source);
  observers.set(source, observer);
  return observer;
}

/** What `useSession` gives for a snapshot: the same object for the same snapshot. */
export function resultOf(client: SessionStore<RegisteredSession>, snapshot: Snapshot): Result {
  const known = results.get(snapshot);
  if (known) return known;
  const { data, status, error } = snapshot;
  // They were derived together, which the compiler cannot see.
  const result = { data, status, error, update: client.update } as Result;
  results.set(snapshot, result);
  return result;
}
