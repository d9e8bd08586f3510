import type { Stop } from "../environment.ts";

/**
 * Takes a Web Lock if it is free; see `Environment.tryLock`. Rejects if the browser has no locks,
 * as in insecure contexts, or refuses them.
 *
 * @see https://w3c.github.io/web-locks/
 */
export function tryLock(name: string): Promise<Stop | null> {
  return new Promise((resolve, reject) => {
    const hold = (lock: Lock | null): Promise<void> | void =>
      lock ? new Promise((release) => resolve(release)) : resolve(null);
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(reject);
  });
}
