import type { RegisteredSession } from "@sojourn/core";

/** Whether a value has all that another one has. */
export function contains(more: unknown, less: unknown): boolean {
  if (Object.is(more, less)) return true;
  const [a, b] = [Object(more), Object(less)];
  if (a !== more || b !== less) return false;
  return Object.keys(b).every((name) => contains(a[name], b[name]));
}

/** Whether a session has all of another one, whose end moves with every read. */
export function containsSession(more: RegisteredSession, less: RegisteredSession): boolean {
  const fields = Object.keys(less) as (keyof RegisteredSession)[];
  return fields.every((name) => name === "expires" || contains(more[name], less[name]));
}
