/** Throws the error of a broken rule. */
function fail(what: string, actual: unknown, expected: string): never {
  throw new Error(`${what}: expected ${expected}, got ${JSON.stringify(actual)}`);
}

/** @throws Error if the two differ, compared as JSON */
export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const wanted = JSON.stringify(expected);
  if (JSON.stringify(actual) !== wanted) fail(what, actual, wanted);
}

/** @throws Error unless the value is greater than zero */
export function expectSome(what: string, actual: number): void {
  if (!(actual > 0)) fail(what, actual, "more than 0");
}

/** @throws Error if the value is greater than that */
export function expectAtMost(what: string, actual: number, most: number): void {
  if (!(actual <= most)) fail(what, actual, `at most ${most}`);
}
