// Runs a bundle where there is a window, but neither a document nor most of what a browser has.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";

const code = readFileSync(join(import.meta.dirname, "built/metroNative/app.js"), "utf8");
const ada = { user: { name: "Ada Lovelace" }, expires: "2100-01-01T00:00:00.000Z" };
const asked = [];
const sandbox = createContext({
  AbortController,
  clearTimeout,
  console,
  Headers,
  navigator: { product: "ReactNative" },
  performance: { now: () => performance.now() },
  setTimeout,
  URL,
  URLSearchParams,
  fetch: async (url) => {
    asked.push(url);
    return { ok: true, status: 200, headers: new Headers(), text: async () => JSON.stringify(ada) };
  },
});
sandbox.window = sandbox;
runInContext(code, sandbox);
console.log(JSON.stringify({ ...(await sandbox.shown), asked }));
process.exit();
