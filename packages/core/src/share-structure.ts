type Parts = Record<string, unknown>;

/** Whether a value is a list, or an object that is of no class. */
export function isPlain(value: unknown): value is Parts {
  if (typeof value !== "object" || !value) return false;
  // Also one of another frame, whose `Object` is another one.
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || !prototype || !Object.getPrototypeOf(prototype);
}

/** A list or an object, whichever `like` is, of these parts; so it has the shape of `like`. */
function build<T>(like: T, entries: readonly (readonly [name: string, value: unknown])[]): T {
  const built = Array.isArray(like)
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
  return built as T;
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
  return build(next, entries);
}

/** A copy of all plain objects and arrays in a value; everything else is the same in both. */
export function copyStructure<T>(value: T): T {
  if (!isPlain(value)) return value;
  const names = Object.keys(value);
  return build(
    value,
    names.map((name) => [name, copyStructure(value[name])] as const),
  );
}
