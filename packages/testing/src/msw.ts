import { http, type HttpHandler } from "msw/http";
import type { AuthServer } from "./server/types.ts";

/**
 * Creates handlers of Mock Service Worker. With them a fake server answers the requests of a page,
 * or of Node, to its address.
 *
 * @example
 * const server = createAuthServer();
 * const network = setupServer(...createAuthHandlers(server));
 */
export function createAuthHandlers(server: AuthServer): HttpHandler[] {
  return [http.all(`${server.url}/*`, ({ request }) => server.respond(request))];
}
