import type { Environment, Stop } from "../environment/environment.ts";
import type { SessionInput } from "../session/event.ts";
import type { PeerChannel } from "../tabs/peer-channel.ts";
import { watchRevision } from "./watch-revision.ts";

/** What a client listens to as long as somebody looks: its page, and the other tabs. */
export interface PageWatch {
  isOpen(): boolean;
  open(): void;
  close(): void;
}

/**
 * Makes a watch, closed at first. What it sees is sent to the machine.
 *
 * @param name one name for all tabs that share this session
 * @param isFirst whether nobody has looked at the page before
 */
export function createPageWatch(
  environment: Environment,
  name: string,
  line: PeerChannel,
  isFirst: () => boolean,
  send: (input: SessionInput) => void,
): PageWatch {
  const revision = watchRevision(environment, name);
  let stops: Stop[] = [];
  let isPrepared = false;

  function stopAll(): void {
    for (const stop of stops.splice(0)) stop();
  }

  /** Nobody sees the page yet: it is to know the session, and to disturb nobody. */
  function prepare(): void {
    // As of its first read: until it is shown, it hears of nothing that happens.
    if (!isPrepared) revision.note();
    isPrepared = true;
    const onShown = (): void => {
      stopAll();
      listen();
    };
    stops = [environment.onActivate(onShown)];
    send({ type: "started", mayHaveMissed: false, isArrival: false, isPrerendering: true });
  }

  function hide(): void {
    revision.note();
    send({ type: "stopped" });
    // A message to a page in the back/forward cache would throw it out.
    line.close();
  }

  function restore(): void {
    const mayBeOutdated = revision.hasMoved();
    line.open();
    send({ type: "restored", mayBeOutdated });
  }

  function listen(): void {
    isPrepared = false;
    line.open();
    stops = [
      line.close,
      environment.onVisible(() => send({ type: "focused" })),
      environment.onOnline(() => send({ type: "reconnected" })),
      environment.onPageLifecycle(hide, restore),
    ];
    const isArrival = isFirst() && environment.isArrival();
    send({ type: "started", mayHaveMissed: revision.hasMoved(), isArrival });
  }

  return {
    isOpen: () => stops.length > 0,
    open() {
      if (environment.isPrerendering()) prepare();
      else listen();
    },
    close() {
      send({ type: "stopped" });
      // Who comes back at once, as in StrictMode, has missed nothing.
      if (!isPrepared) void Promise.resolve().then(revision.note);
      stopAll();
    },
  };
}
