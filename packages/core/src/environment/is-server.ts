/**
 * Whether the code runs without a page: on a server, in a worker or in a script. A `window` is not
 * enough for a page: Deno 1 and React Native have one without a document.
 */
export function isServer(): boolean {
  return typeof window === "undefined" || typeof document === "undefined";
}
