import { keepPrivate } from "@sojourn/core/server";

/**
 * Has no shared cache keep what a handler has returned. The headers of a `Response` count more than
 * those of the event.
 */
export function toPrivateBody(body: unknown): unknown {
  if (!(body instanceof Response) || !body.headers.has("Cache-Control")) return body;
  const headers = new Headers(body.headers);
  keepPrivate(headers);
  return new Response(body.body, { headers, status: body.status, statusText: body.statusText });
}
