import { createSessionReader } from "@sojourn/core/server";
import { isRedirect } from "@tanstack/react-router";
import { createCsrfMiddleware, createMiddleware, createStart } from "@tanstack/react-start";
import { handleAuth } from "./auth.server.ts";

/** Gives routes, server functions and server routes the session of the request, if they ask for it. */
const provideSession = createMiddleware().server(async ({ next, request }) => {
  const { read, complete } = createSessionReader(request, handleAuth);
  const result = await next({ context: { readSession: read } });
  // Start knows a redirect by the object, and makes a response of it later.
  if (isRedirect(result.response)) return result;
  return { ...result, response: complete(result.response) };
});

/** Refuses calls of server functions from other sites. Start has it by itself only without this file. */
const refuseOtherSites = createCsrfMiddleware({
  filter: ({ handlerType }) => handlerType === "serverFn",
});

export const startInstance = createStart(() => ({
  requestMiddleware: [refuseOtherSites, provideSession],
}));
