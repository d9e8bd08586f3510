import type { SessionBase } from "../types/session.ts";

function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/**
 * `next`, with every part that equals its counterpart in `previous` replaced by that counterpart, so
 * that what did not change keeps its identity. Equality is that of JSON, of which sessions are made.
 */
export function shareStructure<T>(previous: unknown, next: T): T {
  const json = JSON.stringify(next);
  // Equal in all that JSON knows: `previous` has the value and the shape of `next`.
  if (json && json !== "{}" && json === JSON.stringify(previous)) return previous as T;
  if (!isRecord(previous) || !isRecord(next)) return next;
  const shared = Object.entries(next).map(([name, value]) => [
    name,
    shareStructure(previous[name], value),
  ]);
  return Object.fromEntries(shared);
}

interface Identity {
  id?: unknown;
  email?: unknown;
  name?: unknown;
}

/** Whether two sessions are of one person: by `user.id`, else by email, else by name. */
export function isSameUser(a: SessionBase, b: SessionBase): boolean {
  const [one, other] = [a, b].map(({ user }: { user?: Identity | undefined }) => {
    return user && (user.id ?? user.email ?? user.name);
  });
  return one === other;
}

/**
 * The session to keep when `next` arrives: `previous` itself if only `expires` has moved, parts of
 * it where they did not change, nothing of it if the user is another one.
 */
export function shareSession<S extends SessionBase | null>(
  previous: SessionBase | null | undefined,
  next: S,
): S {
  if (!previous || !next || !isSameUser(previous, next)) return next;
  return shareStructure(previous, { ...next, expires: previous.expires });
}
