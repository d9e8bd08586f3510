/** The cookies of a request's header, by their names. */
export function parseCookies(header = ""): Map<string, string> {
  const pairs = header.split("; ").filter(Boolean);
  return new Map(
    pairs.map((pair) => {
      const [, name = "", value = ""] = /^([^=]*)=(.*)$/.exec(pair) ?? [];
      return [name, decodeURIComponent(value)];
    }),
  );
}
