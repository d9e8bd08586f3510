import {
  type ApplicationConfig,
  type ApplicationRef,
  Component,
  effect,
  inject,
  InjectionToken,
  type Type,
} from "@angular/core";
import { createApplication, provideClientHydration } from "@angular/platform-browser";
import type {
  AdapterUnderTest,
  CircularApp,
  ContractApp,
  MountedApp,
  ServerPage,
} from "@sojourn/testing/adapter-contract";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { injectSession, provideSojourn } from "../../src/index.ts";
import { Page, provideConsumers } from "./page.ts";

interface Answer {
  id?: number;
  html: string;
  request?: string;
  complaint?: string;
}

/** Starts a server. What it asks for and complains of is asked for and complained of here. */
function startServer() {
  const worker = new Worker(join(import.meta.dirname, "server.ts"), {
    execArgv: ["--conditions=@sojourn/source"],
  });
  const pages: { resolve(html: string): void; reject(error: Error): void }[] = [];
  worker.unref();
  worker.on("error", (error) => {
    for (const page of pages) page.reject(error as Error);
  });
  worker.on("message", ({ id, html, request, complaint }: Answer) => {
    if (id !== undefined) pages[id]?.resolve(html);
    if (complaint) console.error(complaint);
    if (request) fetch(request).catch(() => {});
  });
  return (page: ServerPage) =>
    new Promise<string>((resolve, reject) => {
      worker.postMessage({ id: pages.push({ resolve, reject }) - 1, page });
    });
}

let renderOnServer: ReturnType<typeof startServer> | undefined;

const STATE = /<script id="ng-state" type="application\/json">(.*?)<\/script>/s;

/** Renders a page for one request. Its state is in a comment, because it is no text of the page. */
async function render(page: ServerPage): Promise<string> {
  const html = await (renderOnServer ??= startServer())(page);
  const body = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? "";
  return body.replace(STATE, "<!--state $1-->").replaceAll(/<script.*?<\/script>/gs, "");
}

interface Started extends MountedApp {
  readonly application: ApplicationRef;
}

const applications = new Set<ApplicationRef>();

async function start(
  component: Type<unknown>,
  container: Element,
  providers: ApplicationConfig["providers"],
): Promise<Started> {
  const application = await createApplication({ providers });
  applications.add(application);
  application.bootstrap(component, container.querySelector("app-root") ?? undefined);
  return {
    application,
    texts: () => Array.from(container.querySelectorAll("p"), ({ textContent }) => textContent),
    unmount() {
      applications.delete(application);
      application.destroy();
      container.replaceChildren();
    },
  };
}

function createContainer(): Element {
  const container = document.createElement("main");
  container.innerHTML = "<app-root></app-root>";
  document.body.append(container);
  return container;
}

function mount({ client, session, consumers }: ContractApp): Promise<Started> {
  const providers = [provideConsumers(consumers), provideSojourn({ client, session })];
  return start(Page, createContainer(), providers);
}

const CIRCLE: InjectionToken<CircularApp> = new InjectionToken("circle");

/** A session is provided once; later ones go to the client, by an effect. */
const Circle = Component({ selector: "app-root", template: "", host: { class: "circle" } })(
  class {
    readonly app = inject(CIRCLE);
    readonly session = injectSession();
    readonly handover = effect(() => {
      const { status, data, error, update } = this.session;
      const shown = { status: status(), data: data(), error: error(), update };
      this.app.client.hydrate(this.app.make(shown));
    });
  },
);

/** The client is that of an app, so what looks at another client is another one. */
async function mountCircle(app: CircularApp): Promise<MountedApp> {
  const page = await mount(app);
  const circle = await start(Circle, createContainer(), [
    { provide: CIRCLE, useValue: app },
    provideSojourn({ client: app.source }),
  ]);
  return {
    ...page,
    async unmount() {
      await page.unmount();
      await circle.unmount();
    },
  };
}

/** Angular, as the adapter contract drives it. */
export const adapter: AdapterUnderTest = {
  mount,
  mountCircle,
  async settle(work) {
    await work();
    for (const application of applications) application.tick();
  },
  server: {
    render,
    hydrate(html, { client, session, consumers }) {
      // Angular looks for a comment of its own among the children of the body.
      document.body.innerHTML = html.replace(
        /<!--state (.*?)-->/s,
        '<script id="ng-state" type="application/json">$1</script>',
      );
      const providers = [
        provideConsumers(consumers),
        provideSojourn({ client, session }),
        provideClientHydration(),
      ];
      return start(Page, document.body, providers);
    },
  },
};
