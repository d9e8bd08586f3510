import type { SessionBase } from "../types/session.ts";
import { shareStructure } from "../share-structure.ts";

type MaybeSession = SessionBase | null | undefined;

/** What tells one user from another, in the app's own words; see the option `identify`. */
export type Identify = (session: SessionBase) => unknown;

const IDENTIFIERS = ["id", "sub", "email", "username", "name"];

/** The user; a server may also send their fields without anything around them, or only a name. */
function userOf(session: SessionBase): Record<string, unknown> {
  const { expires: _, user, ...fields } = session;
  const person: unknown = user ?? fields;
  // A copy has no more than the user's own fields.
  return typeof person === "object" ? { ...person } : { id: person };
}

/** What the app says; nothing, where its function cannot tell. */
function askApp(identify: Identify | undefined, session: SessionBase): unknown {
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
 * Whether two sessions are of one person, or of nobody: by `identify` where the app has it, else by
 * the first of `id`, `sub`, `email`, `username` and `name` that both have, else by all of the user.
 */
export function isSameUser(a: MaybeSession, b: MaybeSession, identify?: Identify): boolean {
  if (!a || !b) return a === b;
  const [askedA, askedB] = [askApp(identify, a), askApp(identify, b)];
  if (isGiven(askedA) && isGiven(askedB)) return isEqual(askedA, askedB);
  const [userA, userB] = [userOf(a), userOf(b)];
  // A server may render less of the user than its endpoint tells.
  const common = IDENTIFIERS.find((name) => isGiven(userA[name]) && isGiven(userB[name]));
  return common ? isEqual(userA[common], userB[common]) : isEqual(userA, userB);
}

/**
 * The session to keep when `next` arrives: `previous` itself if only `expires` has moved, parts of
 * it where they did not change, nothing of it if the user is another one.
 */
export function shareSession<S extends SessionBase | null>(
  previous: MaybeSession,
  next: S,
  identify?: Identify,
): S {
  if (!previous || !next || !isSameUser(previous, next, identify)) return next;
  // Without an `expires` of its own it gets none.
  const { expires } = next;
  return shareStructure(
    previous,
    expires === undefined ? next : { ...next, expires: previous.expires },
  );
}
