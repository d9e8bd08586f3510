import type { RegisteredSession } from "@sojourn/core";
import { createSessionReader, toSignIn, type SessionReader } from "@sojourn/core/server";
import { createContext, data, type MiddlewareFunction, redirect } from "react-router";
import { handleAuth } from "./auth.server.ts";

type Middleware = MiddlewareFunction<Response>;

/** Reads the session of the request, once for all loaders. */
export const readerContext = createContext<SessionReader>();

/** The session of a request that `requireSession` has let through. */
export const requiredContext = createContext<RegisteredSession>();

/** The middleware of the root route. */
export const provideSession: Middleware = async ({ request, context }, next) => {
  const reader = createSessionReader(request, handleAuth);
  context.set(readerContext, reader);
  return reader.complete(await next());
};

/** The middleware of a layout that is for signed-in users only. */
export const requireSession: Middleware = async ({ context, url }) => {
  const session = await context.get(readerContext).read();
  if (session === null) throw redirect(toSignIn({ url }));
  // The session could not be read. That does not say that nobody is signed in.
  if (session === undefined) throw data(null, 503);
  context.set(requiredContext, session);
};
