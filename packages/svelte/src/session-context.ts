import {
  createSessionClient,
  isServer,
  type RegisteredSession,
  type SessionClient,
} from "@sojourn/core";
import { getContext, onMount, setContext } from "svelte";
import type { UseSessionResult } from "./types.ts";

type Client = SessionClient<RegisteredSession>;

/** The client of a component and all below it. */
export interface SessionContext {
  readonly client: Client;
  /** What the server has rendered, where the client was not made with it. */
  readonly rendered: RegisteredSession | null | undefined;
  /** Until then the page may be one that a server has rendered, and is being taken over. */
  isMounted: boolean;
  /** The one of all components that want to see the whole session. */
  shared?: UseSessionResult;
}

const key = Symbol();

/**
 * Shares one session among a component and all below it; to be called where it is set up, as in the
 * root's `+layout.svelte`. The session is not fetched before one of them reads it, and not at all if
 * the client was given one. On a server, make a client for each request, or give each its session.
 *
 * @param session what the server renders, where the client was not made with it
 * @returns the client, by default a new one
 */
export function setSessionClient(
  client: Client = createSessionClient(),
  session?: RegisteredSession | null,
): Client {
  const context: SessionContext = { client, rendered: session, isMounted: false };
  // On a server a client may be that of all requests, and must not learn the user of one.
  if (!isServer()) client.hydrate(session);
  onMount(() => {
    context.isMounted = true;
  });
  setContext(key, context);
  return client;
}

/** The context of the component that is being set up. @throws Error where no client has been set */
export function getSessionContext(): SessionContext {
  const context = getContext<SessionContext | undefined>(key);
  if (context) return context;
  throw new Error(
    "useSession needs setSessionClient() in a component above, as in the root's +layout.svelte",
  );
}

/** The client that was set here or above: all of `@sojourn/core`. @throws Error where none was */
export function getSessionClient(): Client {
  return getSessionContext().client;
}
