import type { RegisteredSession } from "@sojourn/core";

type Fields = Record<string, unknown>;

/** A date, for one, has no fields to compare. */
function isFields(value: unknown): value is Fields {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

/** What refers to itself has no end. */
const DEEPEST = 20;

/** Whether a value has all that another one has. */
function contains(more: unknown, less: unknown, depth = 0): boolean {
  if (Object.is(more, less)) return true;
  if (!isFields(more) || !isFields(less) || depth > DEEPEST) return false;
  return Object.keys(less).every((name) => contains(more[name], less[name], depth + 1));
}

/** The same for sessions, whose end moves with every read. */
export function containsSession(more: RegisteredSession, less: RegisteredSession): boolean {
  const fields = Object.keys(less) as (keyof RegisteredSession)[];
  return fields.every((name) => name === "expires" || contains(more[name], less[name]));
}

/** Whether two sessions differ in nothing but their end. */
export function isSameSession(a: RegisteredSession, b: RegisteredSession): boolean {
  return containsSession(a, b) && containsSession(b, a);
}
