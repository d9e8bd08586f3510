import { AsyncLocalStorage } from "node:async_hooks";
import type { RegisteredSession } from "@sojourn/core";
import { createSessionReader, isShared } from "@sojourn/core/server";
import type { APIContext, MiddlewareHandler } from "astro";
import clientOptions from "virtual:sojourn/client-options";
import { basePath, handler, sessionCookie } from "virtual:sojourn/server";
import { createInserter } from "./create-inserter.ts";
import { client, setIslandSession, type IslandSession } from "./island.ts";
import { toElement } from "./rendered-session.ts";

type Rendered = RegisteredSession | null | undefined;

const { schema, timeoutMs } = clientOptions;
const readOptions = { basePath, schema, sessionCookie, timeoutMs };

/** The session of the request that is rendered. It follows the request through all that is async. */
const requests = new AsyncLocalStorage<IslandSession>();
const unknown: IslandSession = { client, rendered: undefined };
setIslandSession(() => requests.getStore() ?? unknown);

/** Whether a request is not for a page or an endpoint of the app, so that it needs no session. */
function isForOthers({ isPrerendered, routePattern, url }: APIContext): boolean {
  return isPrerendered || routePattern === "/_image" || url.pathname.startsWith(`${basePath}/`);
}

/** Adds to a page the session for which it was rendered, and keeps the page out of Astro's cache. */
function completePage({ cache, routePattern }: APIContext, page: Response, session: Rendered) {
  const { body, headers, status, statusText } = page;
  if (cache.enabled) cache.set(false);
  // A server island belongs to a page that has an element, or is static.
  if (!body || session === undefined || routePattern.startsWith("/_server-islands/")) return page;
  headers.delete("Content-Length");
  const inserter = createInserter(toElement(session));
  return new Response(body.pipeThrough(inserter), { headers, status, statusText });
}

/** Puts the session of the request into `context.locals`, and into the page for its islands. */
export const onRequest: MiddlewareHandler = async (context, next) => {
  if (!handler || isForOthers(context)) return next();
  const { read, complete } = createSessionReader(context.request, handler, readOptions);
  const session = await read();
  context.locals.session = session;
  const response = await requests.run({ client, rendered: session }, next);
  const isPage = /^text\/html/i.test(response.headers.get("content-type") ?? "");
  if (isPage) return completePage(context, complete(response), session);
  // What caches share must not set a cookie.
  return isShared(response.headers.get("cache-control")) ? response : complete(response);
};
