/**
 * Whether there is no page here: a server, a worker, a script. A `window` alone makes no page:
 * Deno 1 and React Native have one without a document.
 */
export function isServer(): boolean {
  return typeof window === "undefined" || typeof document === "undefined";
}
