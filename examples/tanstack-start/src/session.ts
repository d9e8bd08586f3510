import { readSession, type ServerSession } from "@sojourn/core/server";
import type { RegisteredSession, SessionClient } from "@sojourn/react";
import { createIsomorphicFn, createMiddleware, createServerOnlyFn } from "@tanstack/react-start";
import { appendResponseHeader, getRequest, setResponseHeader } from "@tanstack/react-start/server";
import { handleAuth } from "./auth.server.ts";

type Client = SessionClient<RegisteredSession>;

/** The session; `null` means that nobody is signed in, and `undefined` that it is not known. */
export type Session = RegisteredSession | null | undefined;

type Read = ServerSession<RegisteredSession>;

const reads = new WeakMap<Request, Promise<Read>>();

/** Reads the session of the request once, however many loaders and server functions ask for it. */
const readOnServer = createServerOnlyFn((): Promise<Read> => {
  // What is made of it is for one user.
  setResponseHeader("Cache-Control", "private, no-store");
  const request = getRequest();
  const read = reads.get(request) ?? readSession(request, handleAuth);
  reads.set(request, read);
  return read;
});

/** Reads the session for a page, which renews the cookie of the auth server. */
const readForPage = createServerOnlyFn(async (): Promise<Session> => {
  const { session, headers } = await readOnServer();
  for (const cookie of headers.getSetCookie()) appendResponseHeader("Set-Cookie", cookie);
  return session;
});

/** Asks the client, which knows what other tabs have done, and sends a request only if it must. */
async function readInBrowser(client: Client): Promise<Session> {
  await client.getSession({ maxAge: Infinity });
  const { data, error } = client.getSnapshot();
  // Without an answer nobody is sent away.
  return data === null && error ? undefined : data;
}

/** Reads the session for the routes: of the request on the server, and of the client in a browser. */
export const loadSession = createIsomorphicFn()
  .server((_client: Client): Promise<Session> => readForPage())
  .client(readInBrowser);

/**
 * Gives server functions the session of the request. They renew no cookie: a response that arrives
 * after a sign-out would bring it back.
 */
export const withSession = createMiddleware({ type: "function" }).server(async ({ next }) => {
  const { session } = await readOnServer();
  return next({ context: { session } });
});
