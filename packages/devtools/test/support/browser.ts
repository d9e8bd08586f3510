import {
  createSessionClient,
  type Environment,
  type RegisteredSession,
  type SessionClient,
  type SessionClientOptions,
} from "@sojourn/core";
import { createMemoryWorld, type MemoryTab } from "@sojourn/core/memory";
import { ada, createAuthServer, type AuthServer, type Dialect } from "@sojourn/testing";
import { withDevtools } from "../../src/index.ts";
import { getRegistry } from "../../src/registry.ts";
import type { Source } from "../../src/source/source.ts";
import type { DevtoolsOptions } from "../../src/types.ts";

interface OpenTab {
  tab: MemoryTab;
  client: SessionClient<RegisteredSession>;
  source: Source;
  /** Ends the subscription. */
  leave(): void;
}

interface TabOptions extends SessionClientOptions<RegisteredSession> {
  /** The environment's `onRequest`, which the simulated browser does not have. */
  watchRequests?: Environment["onRequest"];
  isPrerendering?: boolean;
}

export interface Browser {
  server: AuthServer;
  advance(ms: number): Promise<void>;
  /** Opens a tab with a client that the devtools observe, and a subscriber. */
  open(options?: TabOptions, devtools?: DevtoolsOptions): OpenTab;
}

/** A simulated browser at a fake server. */
export function openBrowser(dialect: Dialect = "v5"): Browser {
  // The server's clock is that of the browser.
  const server: AuthServer = createAuthServer({ dialect, now: () => world.clock.wall() });
  const world = createMemoryWorld({ fetch: (url, init) => server.fetch(url, init) });

  return {
    server,
    advance: (ms) => world.clock.advance(ms),
    open({ watchRequests, isPrerendering = false, ...options } = {}, devtools) {
      const tab = world.openTab({ isPrerendering });
      const environment = {
        ...tab.environment,
        ...(watchRequests && { onRequest: watchRequests }),
      };
      const client = createSessionClient(withDevtools({ environment, ...options }, devtools));
      const leave = client.subscribe(() => {});
      const source = [...getRegistry().sources].at(-1)!;
      return { tab, client, source, leave };
    },
  };
}

/** Forgets the clients of earlier tests. */
export function closeBrowser(): void {
  const { sources, clients, listeners } = getRegistry();
  for (const all of [sources, clients, listeners]) all.clear();
}

/** Signs in without leaving the page. */
export async function signIn({ client }: OpenTab, account = ada): Promise<void> {
  const { username, password } = account;
  await client.signIn("credentials", { username, password, redirect: false });
}

/** The types of the events that a source has, in their order. */
export function typesOf(source: Source): string[] {
  return source
    .view()
    .events.map(({ type }) => type)
    .toReversed();
}
