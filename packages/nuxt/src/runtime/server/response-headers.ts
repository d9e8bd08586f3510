import { appendResponseHeader, getResponseHeader, setResponseHeader, type H3Event } from "h3";

/** Returns the headers of a response of h3, as the core reads and writes them. */
export function responseHeaders(
  event: H3Event,
): Pick<Headers, "append" | "get" | "getSetCookie" | "set"> {
  return {
    append: (name, value) => appendResponseHeader(event, name, value),
    get: (name) => getResponseHeader(event, name)?.toString() ?? null,
    getSetCookie: () => [getResponseHeader(event, "Set-Cookie") ?? []].flat().map(String),
    set: (name, value) => setResponseHeader(event, name, value),
  };
}
