import type { SessionBase } from "../types/session.ts";

type Parts = Record<string, unknown>;

function isPlain(value: unknown): value is Parts {
  if (typeof value !== "object" || !value || Array.isArray(value)) return Array.isArray(value);
  // Also one of another frame, whose `Object` is another one.
  const prototype: unknown = Object.getPrototypeOf(value);
  return !prototype || !Object.getPrototypeOf(prototype);
}

/** Whether only its own class knows what is in it. */
export function isOpaque(value: unknown): boolean {
  return typeof value === "object" && !!value && !isPlain(value);
}

/**
 * `next`, with every part that equals its counterpart in `previous` replaced by that counterpart, so
 * that what did not change keeps its identity. What is no plain object or array is compared by identity.
 */
export function shareStructure<T>(previous: unknown, next: T): T {
  if (!isPlain(previous) || !isPlain(next)) return next;
  if (Array.isArray(previous) !== Array.isArray(next)) return next;
  const names = Object.keys(next);
  const entries = names.map((name) => [name, shareStructure(previous[name], next[name])] as const);
  const isSame =
    names.length === Object.keys(previous).length &&
    entries.every(([name, value]) => name in previous && Object.is(value, previous[name]));
  // Compared part by part: `previous` has the value of `next`, and what is built here has its shape.
  if (isSame) return previous as T;
  const shared = Array.isArray(next)
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
  return shared as T;
}

interface Identity {
  id?: unknown;
  email?: unknown;
  name?: unknown;
}

type MaybeSession = SessionBase | null | undefined;

/** What tells one user from another; `null` is nobody. */
function identityOf(session: MaybeSession): unknown {
  if (session === null) return null;
  const user: Identity | undefined = session?.user;
  return user && (user.id ?? user.email ?? user.name);
}

/** Whether two sessions are of one person: by `user.id`, else by email, else by name; or of nobody. */
export function isSameUser(a: MaybeSession, b: MaybeSession): boolean {
  return identityOf(a) === identityOf(b);
}

/**
 * The session to keep when `next` arrives: `previous` itself if only `expires` has moved, parts of
 * it where they did not change, nothing of it if the user is another one.
 */
export function shareSession<S extends SessionBase | null>(previous: MaybeSession, next: S): S {
  if (!previous || !next || !isSameUser(previous, next)) return next;
  return shareStructure(previous, { ...next, expires: previous.expires });
}
