import type { Session, SessionClient, SessionView, ShownSnapshot } from "@sojourn/core";
import type { ReactiveControllerHost } from "lit";

/** Options of `addSession`. */
interface Options<T, R extends boolean> extends SessionView<Session, T, R> {
  client: SessionClient<Session>;
  /** A session that the page has got otherwise, if it has. */
  session?: Session | null | undefined;
  /** Called, where `required`, in place of the navigation to the sign-in page. */
  onUnauthenticated?: (() => void) | undefined;
}

/** What an element reads in `render()`. */
interface SessionController<T, R extends boolean> {
  readonly value: ShownSnapshot<R, T>;
}

/** Adds a reactive controller that renders an element when what it reads of the session changes. */
export function addSession<T = Session, R extends boolean = false>(
  host: ReactiveControllerHost,
  { client, session, ...options }: Options<T, R>,
): SessionController<T, R> {
  const observer = client.observe(session);
  let snapshot = observer.getSnapshot(options);
  let ends: (() => void)[] = [];

  function refresh(): void {
    if (observer.getSnapshot(options) !== snapshot) host.requestUpdate();
  }

  host.addController({
    hostConnected() {
      client.hydrate(session);
      ends = [client.subscribe(refresh)];
      if (options.required) ends.push(observer.requireSession(options.onUnauthenticated));
      refresh();
    },
    hostDisconnected() {
      for (const end of ends) end();
    },
    hostUpdate() {
      snapshot = observer.getSnapshot(options);
    },
    // Lit drops what has changed while an element was rendered.
    hostUpdated: refresh,
  });

  return {
    get value() {
      return snapshot;
    },
  };
}
