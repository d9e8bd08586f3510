import type { RegisteredSession, SessionClient } from "@sojourn/react";
import { createIsomorphicFn, getGlobalStartContext } from "@tanstack/react-start";

type Client = SessionClient<RegisteredSession>;

/** The session; `null` means that nobody is signed in, and `undefined` that it is not known. */
type Session = RegisteredSession | null | undefined;

/** Asks the client, which knows what other tabs have done, and sends a request only if it must. */
async function readInBrowser(client: Client): Promise<Session> {
  await client.getSession({ maxAge: Infinity });
  const { data, error } = client.getSnapshot();
  // Without an answer nobody is sent away.
  return data === null && error ? undefined : data;
}

/** Reads the session for the routes: of the request on the server, and of the client in a browser. */
export const loadSession = createIsomorphicFn()
  .server(async (_client: Client): Promise<Session> => getGlobalStartContext()?.readSession())
  .client(readInBrowser);
