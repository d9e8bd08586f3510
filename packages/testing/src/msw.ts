import { http, type HttpHandler } from "msw/http";
import type { AuthServer } from "./server/types.ts";

/**
 * Handlers of Mock Service Worker that let a fake server answer what a page, or Node, asks below the
 * server's address.
 *
 * @example
 * const server = createAuthServer();
 * const network = setupServer(...createAuthHandlers(server));
 */
export function createAuthHandlers(server: AuthServer): HttpHandler[] {
  return [http.all(`${server.url}/*`, ({ request }) => server.respond(request))];
}
