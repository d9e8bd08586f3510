import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type {
  AdapterUnderTest,
  ContractApp,
  MountedApp,
  ServerPage,
} from "@sojourn/testing/adapter-contract";
import { flushSync, hydrate, mount, unmount } from "svelte";
import CirclePage from "./CirclePage.svelte";
import Page from "./Page.svelte";
import RunesConsumer from "./RunesConsumer.svelte";
import StoreConsumer from "./StoreConsumer.svelte";

const components = { runes: RunesConsumer, store: StoreConsumer };

type Kind = keyof typeof components;

interface Answer {
  id?: number;
  html: string;
  request?: string;
  complaint?: string;
}

/** Starts a server. What it asks for and complains of is asked for and complained of here. */
function startServer() {
  const execArgv = ["--conditions=@sojourn/source"];
  const worker = new Worker(join(import.meta.dirname, "server.ts"), { execArgv });
  const pages: { resolve(html: string): void; reject(error: Error): void }[] = [];
  worker.unref();
  worker.on("error", (error) => {
    for (const page of pages) page.reject(error);
  });
  worker.on("message", ({ id, html, request, complaint }: Answer) => {
    if (id !== undefined) pages[id]?.resolve(html);
    if (complaint) console.error(complaint);
    if (request) fetch(request).catch(() => {});
  });
  return (kind: Kind, page: ServerPage) =>
    new Promise<string>((resolve, reject) => {
      worker.postMessage({ id: pages.push({ resolve, reject }) - 1, kind, page });
    });
}

let renderOnServer: ReturnType<typeof startServer> | undefined;

type Start = (target: Element) => Record<string, unknown>;

function place(start: Start, html = ""): MountedApp {
  const target = document.createElement("main");
  target.innerHTML = html;
  document.body.append(target);
  const page = start(target);
  flushSync();
  return {
    texts: () => Array.from(target.children, ({ textContent }) => textContent),
    async unmount() {
      await unmount(page);
      target.remove();
    },
  };
}

/** Svelte, as the adapter contract drives it: with components that use runes, or the store. */
export function createAdapter(kind: Kind): AdapterUnderTest {
  const propsOf = (app: ContractApp) => ({ ...app, Consumer: components[kind] });
  return {
    mount: (app) => place((target) => mount(Page, { target, props: propsOf(app) })),
    mountCircle: (app) => {
      const props = { ...app, kind, Consumer: components[kind] };
      return place((target) => mount(CirclePage, { target, props }));
    },
    async settle(work) {
      await work();
      flushSync();
    },
    server: {
      render: (page) => (renderOnServer ??= startServer())(kind, page),
      hydrate: (html, app) =>
        place((target) => hydrate(Page, { target, props: propsOf(app) }), html),
    },
  };
}
