/**
 * Whether a `Cache-Control` header keeps a response from shared caches. `private="…"` does so for
 * single headers only.
 */
export function isPrivate(cacheControl: string | null | undefined): boolean {
  return /\bprivate\b(?!\s*=)|\bno-store\b/i.test(cacheControl ?? "");
}
