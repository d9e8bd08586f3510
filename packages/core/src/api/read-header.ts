/**
 * The headers of a request: an object of any class with `get`, or a plain object as Node and
 * frameworks have it.
 */
export type HeadersLike =
  | { get(name: string): string | null | undefined }
  | Record<string, string | string[] | undefined>;

/** Returns all headers as pairs, if they can be listed. */
function listHeaders(headers: object): [name: unknown, value: unknown][] {
  const isList = Symbol.iterator in headers;
  return isList ? [...(headers as Iterable<[unknown, unknown]>)] : Object.entries(headers);
}

/**
 * Returns a header of a request. The case of its name in the request does not matter.
 *
 * @param name in lower case
 * @throws TypeError for a promise of headers, as Next's `headers()` returns
 */
export function readHeader(headers: HeadersLike, name: string): string | undefined {
  const { get, then } = headers as { get?: unknown; then?: unknown };
  if (then) throw new TypeError("[sojourn] headers are a promise: await it");
  // This does not check the class, because a framework or a test may have its own, or one of
  // another realm.
  const found: unknown = typeof get === "function" ? get.call(headers, name) : undefined;
  if (typeof found === "string") return found || undefined;
  const [, value] = listHeaders(headers).find(([key]) => String(key).toLowerCase() === name) ?? [];
  return (Array.isArray(value) ? value.join("; ") : (value as string | undefined)) || undefined;
}
