/** The headers of a request, of any class, or as Node and frameworks have them in plain objects. */
export type HeadersLike =
  | { get(name: string): string | null | undefined }
  | Record<string, string | string[] | undefined>;

/** All of them as pairs, where they can be listed. */
function listHeaders(headers: object): [name: unknown, value: unknown][] {
  const isList = Symbol.iterator in headers;
  return isList ? [...(headers as Iterable<[unknown, unknown]>)] : Object.entries(headers);
}

/**
 * A header of a request, whatever case its name is in.
 *
 * @param name in lower case
 * @throws TypeError for a promise of headers, as Next's `headers()` returns
 */
export function readHeader(headers: HeadersLike, name: string): string | undefined {
  const { get, then } = headers as { get?: unknown; then?: unknown };
  if (then) throw new TypeError("[sojourn] headers are a promise: await it");
  // Of any class: a framework or a test may have one of its own, or of another realm.
  const found: unknown = typeof get === "function" ? get.call(headers, name) : undefined;
  if (typeof found === "string") return found || undefined;
  const [, value] = listHeaders(headers).find(([key]) => String(key).toLowerCase() === name) ?? [];
  return (Array.isArray(value) ? value.join("; ") : (value as string | undefined)) || undefined;
}
