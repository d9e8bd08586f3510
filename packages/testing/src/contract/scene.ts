import { createMemoryWorld, type MemoryWorld } from "@sojourn/core/memory";
import { createAuthServer } from "../server/create-auth-server.ts";
import type { AuthServer, AuthServerOptions } from "../server/types.ts";
import type { AdapterUnderTest, ContractApp, MountedApp } from "./adapter.ts";
import { createPageClient, watchConsumer, type Page, type PageOptions } from "./page.ts";

/** A simulated browser and its server, for one rule. */
export interface Scene {
  readonly world: MemoryWorld;
  readonly server: AuthServer;
  readonly adapter: AdapterUnderTest;
  /** Opens a tab with a page. */
  open(options?: PageOptions): Promise<Page>;
  /** Opens a tab whose page is mounted by another function. */
  openWith(
    mount: (app: ContractApp) => MountedApp | Promise<MountedApp>,
    options?: PageOptions,
  ): Promise<Page>;
  close(page: Page): Promise<void>;
  closeAll(): Promise<void>;
  /** Runs some work that takes no longer than a second by the clock, and lets all pages render. */
  act(work: () => Promise<unknown>): Promise<void>;
  /** Lets time pass, and lets all pages render. */
  pass(ms: number): Promise<void>;
  /** Adds another server to the browser. */
  serve(options: AuthServerOptions): AuthServer;
}

const ORIGIN = "https://app.example";

/** Creates a browser for one rule. */
export function openScene(adapter: AdapterUnderTest): Scene {
  const servers: AuthServer[] = [];
  const world = createMemoryWorld({
    fetch(url, init) {
      const server = servers.find((it) => url.startsWith(`${it.url}/`));
      return server ? server.fetch(url, init) : Promise.reject(new TypeError("Failed to fetch"));
    },
  });
  const serve = (options: AuthServerOptions): AuthServer => {
    const server = createAuthServer({ origin: ORIGIN, now: world.clock.wall, ...options });
    servers.push(server);
    return server;
  };
  const open = new Set<Page>();

  async function pass(ms: number): Promise<void> {
    await adapter.settle(() => world.clock.advance(ms));
    // A component that was rendered may have subscribed, and so have started a read.
    await adapter.settle(() => world.clock.advance(0));
  }

  async function finish(work: Promise<unknown>): Promise<void> {
    let isSettled = false;
    const settle = (): void => void (isSettled = true);
    work.then(settle, settle);
    await world.clock.advance(0);
    for (let left = 100; !isSettled && left > 0; left -= 1) await world.clock.advance(10);
    if (!isSettled) throw new Error("What was to be done is still under way after 1,000 ms");
    await work;
  }

  async function openWith(
    mount: Parameters<Scene["openWith"]>[0],
    options: PageOptions = {},
  ): Promise<Page> {
    const tab = world.openTab({ url: `${ORIGIN}/page` });
    const client = options.client ?? createPageClient(tab, options);
    const consumers = (options.consumers ?? [{}]).map((consumer, index) =>
      watchConsumer(consumer, index === 0 ? options.onFirstRender : undefined),
    );
    const app = await mount({ client, consumers, session: options.beside });
    const page = { tab, client, consumers, app };
    open.add(page);
    return page;
  }

  async function close(page: Page): Promise<void> {
    open.delete(page);
    await page.app.unmount();
  }

  return {
    world,
    server: serve({}),
    adapter,
    serve,
    openWith,
    open: (options) => openWith((app) => adapter.mount(app), options),
    close,
    async closeAll() {
      for (const page of open) await close(page);
    },
    async act(work) {
      await adapter.settle(() => finish(work()));
      await pass(0);
    },
    pass,
  };
}
