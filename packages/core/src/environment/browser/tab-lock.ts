import type { Stop } from "../environment.ts";

/**
 * Takes a Web Lock if it is free. Without Web Locks (insecure contexts) it is always granted.
 *
 * @see https://w3c.github.io/web-locks/
 */
export function tryLock(name: string): Promise<Stop | null> {
  return new Promise((resolve) => {
    const { locks } = navigator;
    if (!locks) return resolve(() => {});
    const hold = (lock: Lock | null): Promise<void> | null =>
      lock ? new Promise((release) => resolve(release)) : (resolve(null), null);
    // Where locks are refused, jitter alone has to do.
    const request = async (): Promise<unknown> => locks.request(name, { ifAvailable: true }, hold);
    request().catch(() => resolve(() => {}));
  });
}
