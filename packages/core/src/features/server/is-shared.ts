/** Whether a `Cache-Control` header offers a response to shared caches, which hand it to everybody. */
export function isShared(cacheControl: string | null | undefined): boolean {
  return /public|s-maxage/i.test(cacheControl ?? "");
}
