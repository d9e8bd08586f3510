import type { SessionBase, SessionClient } from "@sojourn/core";

/** A client as a cache sees it. */
export interface SessionSource<S> {
  /** What is known, and certain; `undefined` for nothing. The same object until it has changed. */
  known(): S | null | undefined;
  /** Resolves to what is known as soon as anything is. @throws SessionFetchError */
  read(): Promise<S | null>;
  /** Asks the server, and tells all tabs. @throws SessionFetchError; what was known stays */
  refetch(): Promise<S | null>;
  /** Calls back with what is known, now and whenever it changes. Counts as a subscriber. */
  feed(write: (session: S | null) => void): () => void;
}

function createSource<S extends SessionBase>(client: SessionClient<S>): SessionSource<S> {
  // A look of its own: a cache that does not read `expires` is not told that it has moved.
  const observer = client.observe();

  function known(): S | null | undefined {
    const { data, error } = observer.getSnapshot();
    return error && !data ? undefined : data;
  }

  function result(): S | null {
    const { data = null, error } = observer.getSnapshot();
    if (error) throw error;
    return data;
  }

  return {
    known,
    async read() {
      await new Promise<void>((resolve) => {
        // A client that knows at once may call before it has returned the way to stop it.
        let stop: (() => void) | undefined;
        const check = (): void => {
          if (observer.getSnapshot().status === "loading") return;
          stop?.();
          resolve();
        };
        stop = client.subscribe(check);
        check();
      });
      return result();
    },
    async refetch() {
      await client.getSession();
      return result();
    },
    feed(write) {
      let last: S | null | undefined;
      const tell = (): void => {
        const session = known();
        if (session === undefined || session === last) return;
        last = session;
        write(session);
      };
      const stop = client.subscribe(tell);
      tell();
      return stop;
    },
  };
}

const sources = new WeakMap<object, unknown>();

/** The one source of a client, so that all its caches hold the same objects. */
export function sourceOf<S extends SessionBase>(client: SessionClient<S>): SessionSource<S> {
  // Made below, for this very client.
  const known = sources.get(client) as SessionSource<S> | undefined;
  if (known) return known;
  const source = createSource(client);
  sources.set(client, source);
  return source;
}
