type Parts = Record<string, unknown>;

/** Whether a value is an array or a plain object. */
export function isPlain(value: unknown): value is Parts {
  if (typeof value !== "object" || !value) return false;
  // This also accepts an object of another frame, which has an `Object` of its own.
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || !prototype || !Object.getPrototypeOf(prototype);
}

/** Builds an array or an object from entries, whichever `like` is. */
function build<T>(like: T, entries: readonly (readonly [name: string, value: unknown])[]): T {
  const built = Array.isArray(like)
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
  return built as T;
}

/**
 * Returns `next`, where each part that equals its counterpart in `previous` is replaced by it. So
 * parts that did not change keep their identity. Values other than arrays and plain objects are
 * compared by identity.
 */
export function shareStructure<T>(previous: unknown, next: T): T {
  if (!isPlain(previous) || !isPlain(next)) return next;
  if (Array.isArray(previous) !== Array.isArray(next)) return next;
  const names = Object.keys(next);
  const entries = names.map((name) => [name, shareStructure(previous[name], next[name])] as const);
  const isSame =
    names.length === Object.keys(previous).length &&
    entries.every(([name, value]) => name in previous && Object.is(value, previous[name]));
  // All parts are equal, so `previous` has the type of `next`.
  if (isSame) return previous as T;
  return build(next, entries);
}

/** Copies all plain objects and arrays in a value. Other values are shared with the copy. */
export function copyStructure<T>(value: T): T {
  if (!isPlain(value)) return value;
  const names = Object.keys(value);
  return build(
    value,
    names.map((name) => [name, copyStructure(value[name])] as const),
  );
}
