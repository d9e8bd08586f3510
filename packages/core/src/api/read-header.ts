/** The headers of a request, of any class, or as Node and frameworks have them in plain objects. */
export type HeadersLike =
  | { get(name: string): string | null | undefined }
  | Record<string, string | string[] | undefined>;

/**
 * A header of a request, whatever case its name is in.
 *
 * @param name in lower case
 */
export function readHeader(headers: HeadersLike, name: string): string | undefined {
  const { get } = headers;
  // Of any class: a framework or a test may have one of its own, or of another realm.
  const found: unknown = typeof get === "function" ? get.call(headers, name) : undefined;
  if (typeof found === "string") return found || undefined;
  const entries = headers instanceof Map ? [...headers] : Object.entries(headers);
  const [, value] = entries.find(([key]) => String(key).toLowerCase() === name) ?? [];
  return (Array.isArray(value) ? value.join("; ") : value) || undefined;
}
