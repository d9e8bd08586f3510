// A server of its own, in a worker: there is no document, and Angular's platform is that for servers.
import "@angular/compiler";
import { REQUEST } from "@angular/core";
import { bootstrapApplication, provideClientHydration } from "@angular/platform-browser";
import { provideServerRendering, renderApplication } from "@angular/platform-server";
import { createSessionClient, type Session } from "@sojourn/core";
import { type ServerPage, toLine, watchRendering } from "@sojourn/testing/adapter-contract";
import { parentPort } from "node:worker_threads";
import { provideServerSession, provideSojourn } from "../../src/index.ts";
import { Page, provideConsumers } from "./page.ts";

const ownClient = createSessionClient<Session>();

function renderPage({ session, hasOwnClient, consumers }: ServerPage): Promise<string> {
  const providers = [
    provideConsumers(consumers.map((options) => ({ options, show: toLine }))),
    provideServerRendering(),
    provideClientHydration(),
    provideSojourn({ client: hasOwnClient ? ownClient : undefined }),
    provideServerSession(() => ({ session })),
    { provide: REQUEST, useValue: new Request("https://app.example/page") },
  ];
  return renderApplication((context) => bootstrapApplication(Page, { providers }, context), {
    document: "<!doctype html><html><body><app-root></app-root></body></html>",
    url: "https://app.example/page",
    allowedHosts: ["app.example"],
  });
}

globalThis.fetch = (input) => {
  parentPort?.postMessage({ request: String(input) });
  return Promise.reject(new TypeError("Failed to fetch"));
};
const complain = (...args: unknown[]) => {
  parentPort?.postMessage({ complaint: args.map(String).join(" ") });
};
Object.assign(console, { error: complain, warn: complain });
// Renderings overlap, so they are watched together, and to the end.
void watchRendering(() => new Promise(() => {}));

parentPort?.on("message", async ({ id, page }) => {
  try {
    parentPort?.postMessage({ id, html: await renderPage(page) });
  } catch (error) {
    parentPort?.postMessage({ id, html: "", complaint: String(error) });
  }
});
