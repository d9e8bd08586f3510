import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { AdapterUnderTest, MountedApp, ServerPage } from "@sojourn/testing/adapter-contract";
import type { Session } from "@sojourn/core";
import { type JSX, sharedConfig } from "solid-js";
import { hydrate, render } from "solid-js/web";
import { CirclePage, Page } from "./page.tsx";

/** A page whose session streams in. `null` means nobody. */
export interface StreamedPage {
  streamed: Session | null;
}

interface Answer {
  id?: number;
  html: string;
  request?: string;
  complaint?: string;
}

/** Starts a server. What it asks for and complains of is asked for and complained of here. */
function startServer() {
  // Not the conditions of this process, with which Solid's part for browsers would be taken.
  const worker = new Worker(join(import.meta.dirname, "server.ts"), { execArgv: [] });
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
  return (page: ServerPage | StreamedPage) =>
    new Promise<string>((resolve, reject) => {
      worker.postMessage({ id: pages.push({ resolve, reject }) - 1, page });
    });
}

let renderOnServer: ReturnType<typeof startServer> | undefined;

/** Renders a page for one request, with Solid's part for servers. */
export function renderInWorker(page: ServerPage | StreamedPage): Promise<string> {
  return (renderOnServer ??= startServer())(page);
}

type Start = (code: () => JSX.Element, element: Element) => () => void;

function place(start: Start, page: () => JSX.Element, html = ""): MountedApp {
  const container = document.createElement("main");
  container.innerHTML = html;
  document.body.append(container);
  const dispose = start(page, container);
  return {
    texts: () => Array.from(container.children, ({ textContent }) => textContent),
    unmount() {
      dispose();
      container.remove();
    },
  };
}

/** Solid, as the adapter contract drives it. */
export const adapter: AdapterUnderTest = {
  mount: (app) => place(render, () => <Page {...app} />),
  mountCircle: (app) => place(render, () => <CirclePage {...app} />),
  settle: (work) => work(),
  server: {
    render: renderInWorker,
    hydrate(html, app) {
      // What the script that Solid's server puts into a page's head has made.
      Object.assign(globalThis, { _$HY: { events: [], completed: new WeakSet(), r: {} } });
      // A page of its own, though Solid has taken over one before.
      Object.assign(sharedConfig, { done: false });
      return place(hydrate, () => <Page {...app} />, html);
    },
  },
};
