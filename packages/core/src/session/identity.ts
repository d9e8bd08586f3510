import type { SessionBase } from "../types/session.ts";
import { shareStructure } from "./share-structure.ts";

type MaybeSession = SessionBase | null | undefined;

/** What tells one user from another, in the app's own words; see the option `identify`. */
export type Identify = (session: SessionBase) => unknown;

const IDENTIFIERS = ["id", "sub", "email", "username", "name"];

/** The user; a server may also send their fields without anything around them. */
function userOf(session: SessionBase): Record<string, unknown> {
  const { expires: _, user, ...fields } = session;
  return Object(user ?? fields);
}

/**
 * Whether two sessions are of one person, or of nobody: by `identify` where the app has it, else by
 * the first of `id`, `sub`, `email`, `username` and `name` that both have, else by all of the user.
 */
export function isSameUser(a: MaybeSession, b: MaybeSession, identify?: Identify): boolean {
  if (!a || !b) return a === b;
  if (identify) return Object.is(identify(a), identify(b));
  const [userA, userB] = [userOf(a), userOf(b)];
  // A server may render less of the user than its endpoint tells.
  const common = IDENTIFIERS.find((name) => userA[name] != null && userB[name] != null);
  const [one, other] = common ? [userA[common], userB[common]] : [userA, userB];
  return Object.is(shareStructure(one, other), one);
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
