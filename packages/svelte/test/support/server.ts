// A server of its own, in a worker: there, Svelte and its components are those for servers.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { createSessionClient, type Session } from "@sojourn/core";
import { type ServerPage, toLine, watchRendering } from "@sojourn/testing/adapter-contract";
import { compile } from "svelte/compiler";
import { render } from "svelte/server";

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".svelte")) return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const { js } = compile(readFileSync(filename, "utf8"), { filename, generate: "server" });
    return { format: "module", source: js.code, shortCircuit: true };
  },
});

const { default: Page } = await import("./Page.svelte");
const components = {
  runes: (await import("./RunesConsumer.svelte")).default,
  store: (await import("./StoreConsumer.svelte")).default,
};

const ownClient = createSessionClient<Session>();

function renderToHtml(kind: keyof typeof components, page: ServerPage): string {
  const { session, hasOwnClient } = page;
  const client = hasOwnClient ? ownClient : createSessionClient({ session });
  const consumers = page.consumers.map((options) => ({ options, show: toLine }));
  const props = { client, session, consumers, Consumer: components[kind] };
  return render(Page, { props }).body;
}

globalThis.fetch = (input) => {
  parentPort?.postMessage({ request: String(input) });
  return Promise.reject(new TypeError("Failed to fetch"));
};
const complain = (...args: unknown[]) => {
  parentPort?.postMessage({ complaint: args.map(String).join(" ") });
};
Object.assign(console, { error: complain, warn: complain });

parentPort?.on("message", async ({ id, kind, page }) => {
  const html = await watchRendering(() => renderToHtml(kind, page));
  parentPort?.postMessage({ id, html });
});
