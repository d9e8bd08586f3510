import * as React from "react";

type Use = <T>(promise: Promise<T>) => T;

const results = new WeakMap<Promise<unknown>, readonly [unknown]>();

/** What React 18 understands: it renders again when the promise has resolved. */
function throwUntilResolved<T>(promise: Promise<T>): T {
  const result = results.get(promise);
  // The result is that of this promise.
  if (result) return result[0] as T;
  throw promise.then((value) => void results.set(promise, [value]));
}

/** Suspends the component until the promise has resolved. The promise must not reject. */
// Bundlers warn of an import that React 18 lacks.
export const readPromise: Use =
  (Reflect.get(React, "use") as Use | undefined) ?? throwUntilResolved;
