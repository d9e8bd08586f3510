import type { SessionBase, SessionClient } from "@sojourn/core";

/** A client as a cache sees it. */
export interface SessionSource<S> {
  /**
   * Returns the session that is known and certain, or `undefined`. It is the same object until the
   * session changes.
   */
  known(): S | null | undefined;
  /** Resolves to the session as soon as it is known. @throws SessionFetchError */
  read(): Promise<S | null>;
  /**
   * Reads the session, and announces it to all tabs. @throws SessionFetchError; then the known
   * session stays
   */
  refetch(): Promise<S | null>;
  /**
   * Calls `write` with the known session, now and whenever it changes. It counts as a subscriber.
   */
  feed(write: (session: S | null) => void): () => void;
}

function createSource<S extends SessionBase>(client: SessionClient<S>): SessionSource<S> {
  // A cache does not read `expires`, so with its own observer it is not notified when that moves.
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
        // The client may call `check` before `subscribe` has returned.
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
      const onChange = (): void => {
        const session = known();
        if (session === undefined || session === last) return;
        last = session;
        write(session);
      };
      const stop = client.subscribe(onChange);
      onChange();
      return stop;
    },
  };
}

const sources = new WeakMap<object, unknown>();

/** Returns the one source of a client, so that all its caches contain the same objects. */
export function sourceOf<S extends SessionBase>(client: SessionClient<S>): SessionSource<S> {
  // The source was created for this client, so it has its type.
  const known = sources.get(client) as SessionSource<S> | undefined;
  if (known) return known;
  const source = createSource(client);
  sources.set(client, source);
  return source;
}
