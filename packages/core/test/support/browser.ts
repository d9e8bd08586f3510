import {
  createMemoryWorld,
  type MemoryTab,
  type MemoryWorld,
} from "../../src/environment/memory.ts";
import type { MemoryTabOptions, MemoryWorldOptions } from "../../src/environment/memory.ts";
import { createSessionClient } from "../../src/index.ts";
import type {
  Environment,
  Session,
  SessionClient,
  SessionClientOptions,
  SessionSnapshot,
} from "../../src/index.ts";
import { createAuthServer, type AuthServer, type Dialect, type Person } from "./auth-server.ts";

/** Its own, next-auth v5's, and next-auth v4's storage key. */
export const CHANNELS_PER_TAB = 3;

export interface BrowserOptions extends MemoryWorldOptions {
  /** How many tabs are open at first. Default 1. */
  tabs?: number;
  dialect?: Dialect;
  /** Who is signed in at first. */
  user?: Person;
  /** Options of every client. */
  client?: SessionClientOptions<Session>;
  /** Whether somebody looks at the session from the start. Default `true`. */
  isWatched?: boolean;
}

export interface OpenTab {
  readonly tab: MemoryTab;
  readonly client: SessionClient<Session>;
  /** What has happened in this tab, by the names of `client.on`. */
  readonly events: string[];
  /** What has been shown, from the first look on: `"loading"`, `"nobody"`, or a name. */
  readonly history: string[];
  /** How often the listener has been called. */
  calls(): number;
  /** What is shown now. */
  shows(): string;
  watch(): () => void;
}

export interface Browser {
  readonly world: MemoryWorld;
  readonly server: AuthServer;
  readonly tabs: OpenTab[];
  open(options?: OpenOptions): OpenTab;
  advance(ms: number): Promise<void>;
  /** Lets time pass until a promise is settled, but no longer than so many milliseconds. */
  finish<T>(promise: Promise<T>, ms?: number): Promise<T>;
  /** What each tab shows. */
  shown(): string[];
}

interface OpenOptions extends Partial<MemoryTabOptions> {
  /** Replaces parts of the tab's environment. */
  alter?: (environment: Environment) => Partial<Environment>;
  client?: SessionClientOptions<Session>;
  isWatched?: boolean;
}

const eventNames = ["signedIn", "signedOut", "userChanged", "expired", "error"] as const;

export function show({ status, data }: Pick<SessionSnapshot<Session>, "status" | "data">): string {
  if (status === "authenticated") return String(data?.user?.name);
  return status === "loading" ? "loading" : "nobody";
}

/** Opens a browser with some tabs, one server, and a clock that moves when the test says so. */
export function openBrowser(options: BrowserOptions = {}): Browser {
  const { tabs: tabCount = 1, dialect, user, client: clientOptions, isWatched = true } = options;
  const world = createMemoryWorld(options);
  const server = createAuthServer(world.clock, dialect);
  server.user = user ?? null;
  const tabs: OpenTab[] = [];

  function open({
    alter,
    client: ownOptions,
    isWatched: isOwnWatched,
    ...tabOptions
  }: OpenOptions = {}): OpenTab {
    const index = tabs.length;
    const fetch = options.fetch ?? ((url, init) => server.fetch(url, init, index));
    const tab = world.openTab({ fetch, ...tabOptions });
    const environment = { ...tab.environment, ...alter?.(tab.environment) };
    const client = createSessionClient({ environment, ...clientOptions, ...ownOptions });
    const events: string[] = [];
    const history: string[] = [];
    let calls = 0;
    for (const name of eventNames) client.on(name, () => void events.push(name));

    function look(): void {
      const shown = show(client.getSnapshot());
      if (history.at(-1) !== shown) history.push(shown);
    }

    function watch(): () => void {
      look();
      return client.subscribe(() => {
        calls += 1;
        look();
      });
    }

    const opened: OpenTab = {
      tab,
      client,
      events,
      history,
      calls: () => calls,
      shows: () => show(client.getSnapshot()),
      watch,
    };
    tabs.push(opened);
    if (isOwnWatched ?? isWatched) watch();
    return opened;
  }

  async function finish<T>(promise: Promise<T>, ms = 1000): Promise<T> {
    let isSettled = false;
    const settle = (): void => void (isSettled = true);
    promise.then(settle, settle);
    await world.clock.advance(0);
    for (let left = ms; !isSettled && left > 0; left -= 10) await world.clock.advance(10);
    if (!isSettled) throw new Error(`Still pending after ${ms} ms`);
    return promise;
  }

  for (let i = 0; i < tabCount; i++) open();
  return {
    world,
    server,
    tabs,
    open,
    advance: (ms) => world.clock.advance(ms),
    finish,
    shown: () => tabs.map((tab) => tab.shows()),
  };
}
