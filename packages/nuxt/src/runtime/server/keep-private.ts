import { isPrivate } from "@sojourn/core/server";
import { getResponseHeader, setResponseHeader, type H3Event } from "h3";

const NAME = "cache-control";
const VALUE = "private, no-store";

/** Has no shared cache keep the response. Another header of the app stays if it does so, too. */
export function keepPrivate(event: H3Event): void {
  if (!isPrivate(getResponseHeader(event, NAME)?.toString())) setResponseHeader(event, NAME, VALUE);
}

/** Does so with what a handler has returned: the headers of a `Response` count more. */
export function toPrivateBody(body: unknown): unknown {
  if (!(body instanceof Response) || !body.headers.has(NAME)) return body;
  if (isPrivate(body.headers.get(NAME))) return body;
  const headers = new Headers(body.headers);
  headers.set(NAME, VALUE);
  return new Response(body.body, { headers, status: body.status, statusText: body.statusText });
}
