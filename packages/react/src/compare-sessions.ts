import type { RegisteredSession } from "@sojourn/core";

/** The comparison stops at this depth, because a value may refer to itself. */
const DEEPEST = 20;

type MaybeSession = RegisteredSession | null | undefined;
type Fields = Record<string, unknown>;

/** Whether a value is an array or a plain object. A date, for example, has no fields to compare. */
function isFields(value: unknown): value is Fields {
  if (typeof value !== "object" || !value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || !prototype || !Object.getPrototypeOf(prototype);
}

/** Whether a value has all fields of another one, with equal values. */
function contains(more: unknown, less: unknown, depth = 0): boolean {
  if (Object.is(more, less)) return true;
  if (!isFields(more) || !isFields(less) || depth > DEEPEST) return false;
  return Object.keys(less).every((name) => contains(more[name], less[name], depth + 1));
}

/** The same for sessions. It ignores `expires`, which moves with every read. */
export function containsSession(more: MaybeSession, less: MaybeSession): boolean {
  return contains(more, less && { ...less, expires: more?.expires });
}

/** Whether two sessions are equal but for `expires`. */
export function isSameSession(a: MaybeSession, b: MaybeSession): boolean {
  return containsSession(a, b) && containsSession(b, a);
}
