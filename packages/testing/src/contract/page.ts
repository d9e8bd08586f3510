import { createSessionClient, type Session, type SessionClient } from "@sojourn/core";
import type { MemoryTab } from "@sojourn/core/memory";
import type { ConsumerOptions, ContractConsumer, MountedApp, ShownSession } from "./adapter.ts";
import { toLine } from "./to-line.ts";

/** One consumer, and what it has rendered. */
export interface WatchedConsumer extends ContractConsumer {
  /** Every line that it has rendered, from the first on; equal ones in a row once. */
  readonly history: string[];
  /** How often it has rendered. */
  renders(): number;
  /** What it was given last. */
  session(): ShownSession;
  /** The client that it was given last. */
  client(): SessionClient<Session> | undefined;
}

/** One page in one tab. */
export interface Page {
  readonly tab: MemoryTab;
  readonly client: SessionClient<Session>;
  readonly app: MountedApp;
  readonly consumers: readonly WatchedConsumer[];
}

/** What a page is opened with. */
export interface PageOptions {
  /** The `session` option of its client. */
  session?: Session | null;
  /** A client of another page; by default it makes its own. */
  client?: SessionClient<Session>;
  /** A session that stands beside the client. */
  beside?: Session | null;
  basePath?: string;
  refetchInterval?: number;
  /** Called when the first of the consumers has been given its session for the first time. */
  onFirstRender?: () => void;
  /** Options of each consumer. Default: one without any. */
  consumers?: readonly ConsumerOptions[];
}

/** Makes a consumer that notes what it renders. */
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

/** Makes the client of a page in a tab. */
export function createPageClient(tab: MemoryTab, options: PageOptions): SessionClient<Session> {
  const { session, basePath, refetchInterval } = options;
  const { environment } = tab;
  return createSessionClient<Session>({ environment, session, basePath, refetchInterval });
}
