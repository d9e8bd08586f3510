import { createSessionClient, type Session, type SessionClient } from "@sojourn/core";
import type { MemoryTab } from "@sojourn/core/memory";
import type { ConsumerOptions, ContractConsumer, MountedApp, ShownSession } from "./adapter.ts";
import { toLine } from "./to-line.ts";

/** A consumer that records what it renders. */
export interface WatchedConsumer extends ContractConsumer {
  /** Every line that it has rendered. Equal lines in a row are recorded once. */
  readonly history: string[];
  /** Returns the number of its renderings. */
  renders(): number;
  /** Returns the session of its last rendering. */
  session(): ShownSession;
  /** Returns the client of its last rendering. */
  client(): SessionClient<Session> | undefined;
}

/** One page in one tab. */
export interface Page {
  readonly tab: MemoryTab;
  readonly client: SessionClient<Session>;
  readonly app: MountedApp;
  readonly consumers: readonly WatchedConsumer[];
}

/** Options of a page. */
export interface PageOptions {
  /** The `session` option of its client. */
  session?: Session | null;
  /** A client of another page. Default: a new client. */
  client?: SessionClient<Session>;
  /** A session that is passed to the adapter with the client. */
  beside?: Session | null;
  basePath?: string;
  refetchInterval?: number;
  /** Called when the first consumer has got its session for the first time. */
  onFirstRender?: () => void;
  /** Options of each consumer. Default: one without any. */
  consumers?: readonly ConsumerOptions[];
}

/** Creates a consumer that records what it renders. */
export function watchConsumer(
  options: ConsumerOptions,
  onFirstRender?: () => void,
): WatchedConsumer {
  const history: string[] = [];
  let renders = 0;
  let shown: ShownSession | undefined;
  let used: SessionClient<Session> | undefined;

  return {
    options,
    history,
    renders: () => renders,
    session() {
      if (!shown) throw new Error("The consumer has not rendered: call its show() when it does");
      return shown;
    },
    client: () => used,
    show(session, client) {
      renders += 1;
      shown = session;
      used = client;
      const line = toLine(session);
      if (history.at(-1) !== line) history.push(line);
      if (renders === 1) onFirstRender?.();
      return line;
    },
  };
}

/** Creates the client of a page in a tab. */
export function createPageClient(tab: MemoryTab, options: PageOptions): SessionClient<Session> {
  const { session, basePath, refetchInterval } = options;
  const { environment } = tab;
  return createSessionClient<Session>({ environment, session, basePath, refetchInterval });
}
