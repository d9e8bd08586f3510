/** `private="…"` keeps only single headers from shared caches. */
const PRIVATE = /\bprivate\b(?!\s*=)|\bno-store\b/i;

/** Has no shared cache keep a response. A `Cache-Control` that does so itself stays as it is. */
export function keepPrivate(headers: Pick<Headers, "get" | "set">): void {
  const own = headers.get("Cache-Control") ?? "";
  if (!PRIVATE.test(own)) headers.set("Cache-Control", "private, no-store");
}
