import type { SessionBase } from "../types/session.ts";
import { shareStructure } from "../share-structure.ts";

type MaybeSession = SessionBase | null | undefined;

/** Returns what distinguishes one user from another; see the option `identify`. */
export type Identify = (session: SessionBase) => unknown;

const IDENTIFIERS = ["id", "sub", "email", "username", "name"];

/**
 * Returns the fields of the user. A server may also send them without a `user` around them, or only
 * a name.
 */
function userOf(session: SessionBase): Record<string, unknown> {
  const { expires: _, user, ...fields } = session;
  const person: unknown = user ?? fields;
  // The copy has only the user's own fields.
  return typeof person === "object" ? { ...person } : { id: person };
}

/** Calls the app's `identify`. Returns nothing if it throws. */
function identifySafely(identify: Identify | undefined, session: SessionBase): unknown {
  try {
    return identify?.(session);
  } catch {
    return undefined;
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

function isEqual(a: unknown, b: unknown): boolean {
  return Object.is(shareStructure(a, b), a);
}

/**
 * Whether two sessions have the same user, or both have none. It compares the results of `identify`
 * if the app has set it; else the first of `id`, `sub`, `email`, `username` and `name` that both
 * have; else all fields of the user.
 */
export function isSameUser(a: MaybeSession, b: MaybeSession, identify?: Identify): boolean {
  if (!a || !b) return a === b;
  const [identityA, identityB] = [identifySafely(identify, a), identifySafely(identify, b)];
  if (isGiven(identityA) && isGiven(identityB)) return isEqual(identityA, identityB);
  const [userA, userB] = [userOf(a), userOf(b)];
  // A server may render fewer fields of the user than its endpoint returns.
  const common = IDENTIFIERS.find((name) => isGiven(userA[name]) && isGiven(userB[name]));
  return common ? isEqual(userA[common], userB[common]) : isEqual(userA, userB);
}

/**
 * Returns what `isSameUser` compares of a session: the result of `identify`; else those of the
 * identifying fields that the user has; else all fields of the user.
 */
export function identifiersOf(session: SessionBase, identify?: Identify): Record<string, unknown> {
  const identity = identifySafely(identify, session);
  if (isGiven(identity)) return { id: identity };
  const user = userOf(session);
  const names = IDENTIFIERS.filter((name) => isGiven(user[name]));
  return names.length ? Object.fromEntries(names.map((name) => [name, user[name]])) : user;
}

/**
 * Returns the session to keep when `next` arrives: `previous` itself if only `expires` has changed;
 * otherwise `next`, with the parts of `previous` that have not changed. If the user is another one,
 * it keeps no part of `previous`.
 */
export function shareSession<S extends SessionBase | null>(
  previous: MaybeSession,
  next: S,
  identify?: Identify,
): S {
  if (!previous || !next || !isSameUser(previous, next, identify)) return next;
  // If `next` has no `expires`, it does not get one.
  const { expires } = next;
  return shareStructure(
    previous,
    expires === undefined ? next : { ...next, expires: previous.expires },
  );
}

/** Whether two sessions are equal, apart from `expires`. */
export function isSameSession(a: MaybeSession, b: SessionBase | null): boolean {
  return a === shareSession(a, b);
}
