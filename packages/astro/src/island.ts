import {
  createSessionClient,
  isServer,
  setIslandSession,
  type IslandSession,
  type RegisteredSession,
  type SessionClient,
} from "@sojourn/core";
import options from "virtual:sojourn/client-options";
import { findElement, parseElement } from "./rendered-session.ts";

/**
 * The client of the page: for scripts, and for islands that need more than `useSession`. All islands
 * share it, and it stays when `<ClientRouter />` swaps pages. On a server it knows no session.
 */
export const client: SessionClient<RegisteredSession> = createSessionClient(options);

let element: Element | undefined;
let island: IslandSession = { client, rendered: undefined };

/** Returns the session of the page that is shown. */
export function currentIsland(): IslandSession {
  const found = findElement();
  if (found === element) return island;
  element = found;
  island = { client, rendered: parseElement(found) };
  // A component may call this while it renders, when others must not be notified.
  queueMicrotask(handOverSession);
  return island;
}

// The client is created without a session, because a later page may be rendered without one.
function handOverSession(): void {
  client.hydrate(currentIsland().rendered);
}

if (!isServer()) {
  handOverSession();
  setIslandSession(currentIsland);
  // The event of `<ClientRouter />`.
  document.addEventListener("astro:after-swap", handOverSession);
}
