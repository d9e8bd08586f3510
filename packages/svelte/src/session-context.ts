import {
  createSessionClient,
  isServer,
  type RegisteredSession,
  type SessionClient,
} from "@sojourn/core";
import { getContext, onMount, setContext } from "svelte";
import type { UseSessionResult } from "./types.ts";

type Client = SessionClient<RegisteredSession>;

/** The client of a component and all components below it. */
export interface SessionContext {
  readonly client: Client;
  /** The rendered session, if the client was created without it. */
  readonly rendered: RegisteredSession | null | undefined;
  /** Whether the component is mounted. Before that, the page may still be hydrating. */
  isMounted: boolean;
  /** The result that all components without options share. */
  shared?: UseSessionResult;
}

const key = Symbol();

/**
 * Shares one session among a component and all below it. Call it when the component is initialised,
 * as in the root's `+layout.svelte`. The session is read when the first component uses it, and not
 * at all if the client was given one. On a server, create a client for each request, or pass the
 * session of each.
 *
 * @param session the rendered session, if the client was created without it
 * @returns the client; a new one by default
 */
export function setSessionClient(
  client: Client = createSessionClient(),
  session?: RegisteredSession | null,
): Client {
  const context: SessionContext = { client, rendered: session, isMounted: false };
  // On a server all requests may share a client, and it must not get the session of one.
  if (!isServer()) client.hydrate(session);
  onMount(() => {
    context.isMounted = true;
  });
  setContext(key, context);
  return client;
}

/**
 * Returns the context of the component that is being initialised. @throws Error if no client was
 * set
 */
export function getSessionContext(): SessionContext {
  const context = getContext<SessionContext | undefined>(key);
  if (context) return context;
  throw new Error(
    "useSession needs setSessionClient() in a component above, as in the root's +layout.svelte",
  );
}

/** Returns the client that was set here or above. @throws Error if none was set */
export function getSessionClient(): Client {
  return getSessionContext().client;
}
