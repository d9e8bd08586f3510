import { Miniflare } from "miniflare";
import { bundle } from "./bundle.mjs";

const { AUTH_URL, COOKIE } = process.env;
const worker = new Miniflare({
  modules: true,
  script: await bundle("worker.js", ["workerd", "worker", "browser"]),
  compatibilityDate: "2026-07-01",
  compatibilityFlags: ["nodejs_compat"],
  bindings: { AUTH_URL },
});
try {
  const response = await worker.dispatchFetch("http://localhost/", { headers: { cookie: COOKIE } });
  console.log(await response.text());
} finally {
  await worker.dispose();
}
