import { EdgeRuntime } from "edge-runtime";
import { bundle } from "./bundle.mjs";

const { AUTH_URL, COOKIE } = process.env;
const runtime = new EdgeRuntime({
  initialCode: await bundle("edge.js", ["edge-light"]),
  // The platform gives a function its environment variables so.
  extend: (context) => Object.assign(context, { process: { env: { AUTH_URL } } }),
});
const response = await runtime.dispatchFetch("http://localhost/", { headers: { cookie: COOKIE } });
await response.waitUntil();
console.log(await response.text());
