/** Runs something, and then says what it gave. */
export function endsWith<A extends unknown[], R>(
  run: (...args: A) => Promise<R>,
  tell: (result: R) => void,
): (...args: A) => Promise<void> {
  return async (...args) => tell(await run(...args));
}
