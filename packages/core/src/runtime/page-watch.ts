import type { Environment, Stop } from "../environment/environment.ts";
import type { SessionInput } from "../session/event.ts";
import type { PeerChannel } from "../tabs/peer-channel.ts";
import { watchRevision } from "./watch-revision.ts";

/** Watches the page and the peer channel while there is a subscriber. */
export interface PageWatch {
  isOpen(): boolean;
  open(): void;
  close(): void;
}

/**
 * Creates a watch, which is closed at first. It sends events to the machine.
 *
 * @param name one name for all tabs that share this session
 * @param isFirst whether the page has had no subscriber before
 */
export function createPageWatch(
  environment: Environment,
  name: string,
  peers: PeerChannel,
  isFirst: () => boolean,
  send: (input: SessionInput) => void,
): PageWatch {
  const revision = watchRevision(environment, name);
  let stops: Stop[] = [];
  let hasPrerendered = false;

  function stopAll(): void {
    for (const stop of stops.splice(0)) stop();
  }

  /** Starts a prerendered page: it reads the session, and must not be noticed. */
  function startPrerendering(): void {
    // The revision is that of the first read. Until the page is shown, it receives no
    // announcements.
    if (!hasPrerendered) revision.note();
    hasPrerendered = true;
    const onShown = (): void => {
      stopAll();
      startListening();
    };
    stops = [environment.onActivate(onShown)];
    send({ type: "started", mayHaveMissed: false, isArrival: false, isPrerendering: true });
  }

  function hide(): void {
    revision.note();
    send({ type: "stopped" });
    // A message to a page in the back/forward cache would evict the page.
    peers.close();
  }

  function onRestore(): void {
    const mayBeOutdated = revision.hasChanged();
    peers.open();
    send({ type: "restored", mayBeOutdated });
  }

  function startListening(): void {
    hasPrerendered = false;
    peers.open();
    stops = [
      peers.close,
      environment.onVisible(() => send({ type: "focused" })),
      environment.onOnline(() => send({ type: "reconnected" })),
      environment.onPageLifecycle(hide, onRestore),
    ];
    const isArrival = isFirst() && environment.isArrival();
    send({ type: "started", mayHaveMissed: revision.hasChanged(), isArrival });
  }

  return {
    isOpen: () => stops.length > 0,
    open() {
      if (environment.isPrerendering()) startPrerendering();
      else startListening();
    },
    close() {
      send({ type: "stopped" });
      // A subscriber that returns at once, as in StrictMode, has missed nothing.
      if (!hasPrerendered) void Promise.resolve().then(revision.note);
      stopAll();
    },
  };
}
