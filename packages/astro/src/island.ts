import {
  createSessionClient,
  isServer,
  setIslandSession,
  type IslandSession,
  type RegisteredSession,
  type SessionClient,
} from "@sojourn/core";
import options from "virtual:sojourn/client-options";
import { readElement } from "./rendered-session.ts";

/**
 * The client of the page: for scripts, and for islands that need more than `useSession`. All islands
 * share it, and it stays when `<ClientRouter />` swaps pages. On a server it knows no session.
 */
// It is created without a session, because a later page may be rendered without one.
export const client: SessionClient<RegisteredSession> = createSessionClient(options);

let island: IslandSession = { client, rendered: undefined };

/** Returns the session of the page that is shown. */
export function currentIsland(): IslandSession {
  return island;
}

function takePage(): void {
  island = { client, rendered: readElement() };
  client.hydrate(island.rendered);
}

if (!isServer()) {
  takePage();
  setIslandSession(currentIsland);
  // The event of `<ClientRouter />`. The islands of the new page hydrate after it.
  document.addEventListener("astro:after-swap", takePage);
}
