// Says for each entry of next-auth whether the shim's is the very same module.
const { createRequire } = require("node:module");
const { readdirSync } = require("node:fs");
const { dirname, join } = require("node:path");

const shim = dirname(require.resolve("next-auth"));
const fromShim = createRequire(join(require("node:fs").realpathSync(shim), "index.js"));
const original = dirname(fromShim.resolve("next-auth-server"));
const providers = readdirSync(join(original, "providers"))
  .filter((it) => it.endsWith(".js"))
  .map((it) => `/providers/${it.slice(0, -3)}`);
const entries = ["", "/jwt", "/next", "/middleware", "/client/_utils", ...providers];
const others = entries.filter(
  (it) => require(`next-auth${it}`) !== fromShim(`next-auth-server${it}`),
);
const ours = Object.keys(require("next-auth/react"));
const missing = Object.keys(fromShim("next-auth-server/react")).filter((it) => !ours.includes(it));
console.log(JSON.stringify({ count: entries.length, others, missing }));
