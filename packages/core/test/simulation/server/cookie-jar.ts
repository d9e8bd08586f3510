import type { Cookies } from "./exchange.ts";

/** The cookies of one browser. */
export interface CookieJar {
  /** The cookies as they are now; what is set later does not change them. */
  read(): Cookies;
  /** Sets cookies, and removes those without a value. */
  apply(changes: ReadonlyMap<string, string | undefined>): void;
  clear(): void;
}

/** Makes an empty jar. */
export function createCookieJar(): CookieJar {
  let cookies = new Map<string, string>();
  return {
    read: () => cookies,
    apply(changes) {
      const next = new Map(cookies);
      for (const [name, value] of changes) {
        if (value === undefined) next.delete(name);
        else next.set(name, value);
      }
      cookies = next;
    },
    clear() {
      cookies = new Map();
    },
  };
}
