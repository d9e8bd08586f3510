import type { SessionFetchError } from "../../errors.ts";

/** An error as data: all of its fields but `cause`, which may be any value. */
export type PlainError = Pick<
  SessionFetchError,
  "name" | "code" | "url" | "status" | "retryAfterMs" | "detail" | "issues"
>;

/** A value as data: errors are objects, and there are no functions. */
export type Plain<T> = T extends SessionFetchError
  ? PlainError
  : T extends (...args: never[]) => unknown
    ? undefined
    : T extends object
      ? { readonly [Name in keyof T]: Plain<T[Name]> }
      : T;

/**
 * Copies a value as data that JSON can hold, and also `undefined` and all numbers. An app's schema
 * may return any value.
 */
export function toPlain<T>(value: T): Plain<T> {
  return copy(value) as Plain<T>;
}

function copy(value: unknown): unknown {
  if (typeof value === "function" || typeof value === "symbol") return undefined;
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || !value) return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return copy(value.toJSON());
  // The cause of an error is not enumerable.
  return mapParts(value, copy);
}

/** Copies an array or an object, with each part replaced. */
export function mapParts(
  whole: object,
  replace: (part: unknown, name: string) => unknown,
): readonly unknown[] | Record<string, unknown> {
  if (Array.isArray(whole)) return whole.map((part, index) => replace(part, String(index)));
  const entries = Object.entries(whole);
  return Object.fromEntries(entries.map(([name, part]) => [name, replace(part, name)]));
}
