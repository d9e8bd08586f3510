import {
  createSessionClient,
  isServer,
  type RegisteredSession,
  type SessionClient,
} from "@sojourn/core";
import options from "virtual:sojourn/client-options";
import { readElement } from "./rendered-session.ts";

/** The session as the islands of a page share it: components that hydrate each by itself. */
export interface IslandSession {
  readonly client: SessionClient<RegisteredSession>;
  /**
   * The rendered session of the page; `undefined` if the page was rendered without one. The client
   * may be without it, because on a server all requests share the client.
   */
  readonly rendered: RegisteredSession | null | undefined;
}

/**
 * The client of the page: for scripts, and for islands that need more than `useSession`. All islands
 * share it, and it stays when `<ClientRouter />` swaps pages. On a server it knows no session.
 */
// It is created without a session, because a later page may be rendered without one.
export const client: SessionClient<RegisteredSession> = createSessionClient(options);

let page: IslandSession = { client, rendered: undefined };
let find = (): IslandSession => page;

/** Returns the session of the page that is shown; on a server, that of the current request. */
export function getIslandSession(): IslandSession {
  return find();
}

/** Sets how a server finds the session of the current request. */
export function setIslandSession(get: () => IslandSession): void {
  find = get;
}

function takePage(): void {
  page = { client, rendered: readElement() };
  client.hydrate(page.rendered);
}

if (!isServer()) {
  takePage();
  // The event of `<ClientRouter />`. The islands of the new page hydrate after it.
  document.addEventListener("astro:after-swap", takePage);
}
