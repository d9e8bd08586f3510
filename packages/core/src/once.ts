/**
 * Returns a function that calls `make` once, when it is first called, and returns the same value
 * from then on.
 */
export function once<T>(make: () => T): () => T {
  let made: [T] | undefined;
  return () => (made ??= [make()])[0];
}
