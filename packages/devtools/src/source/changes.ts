/** One difference between two states. */
export interface Change {
  /** Where it is, as "cache.session.user.name". */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** They change with every event, and say nothing. */
const NOISE = new Set(["clock.now", "clock.random"]);

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areEqual(a: unknown, b: unknown): boolean {
  // JSON takes all that a state may hold, but for `Infinity`, which it mistakes for `null`.
  return Object.is(a, b) || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
}

/** Lists what differs between two states. The clock is left out. */
export function changesBetween(before: unknown, after: unknown, path = ""): Change[] {
  if (areEqual(before, after) || NOISE.has(path)) return [];
  if (!isPlainObject(before) || !isPlainObject(after)) return [{ path, before, after }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    changesBetween(before[name], after[name], path ? `${path}.${name}` : name),
  );
}
