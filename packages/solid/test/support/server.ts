// A server of its own, in a worker: there, Solid and its components are those for servers.
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { createServer } from "vite";
import solid from "vite-plugin-solid";

const conditions = ["@sojourn/source"];
const vite = await createServer({
  configFile: false,
  root: join(import.meta.dirname, "../.."),
  logLevel: "error",
  appType: "custom",
  plugins: [solid({ ssr: true, hot: false })],
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  ssr: { resolve: { conditions } },
});
const { renderPage, renderStreamedPage } = await vite.ssrLoadModule(
  "/test/support/render-page.tsx",
);
await vite.close();

globalThis.fetch = (input) => {
  parentPort?.postMessage({ request: String(input) });
  return Promise.reject(new TypeError("Failed to fetch"));
};
const complain = (...args: unknown[]) => {
  parentPort?.postMessage({ complaint: args.map(String).join(" ") });
};
Object.assign(console, { error: complain, warn: complain });

parentPort?.on("message", async ({ id, page }) => {
  const render = "streamed" in page ? renderStreamedPage : renderPage;
  parentPort?.postMessage({ id, html: await render(page) });
});
