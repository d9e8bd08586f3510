import { fileURLToPath } from "node:url";
import { preview } from "vite";
import { freePort } from "../../../scripts/free-port.ts";

/** Serves the built page below a path, as a site does that has it beside other pages. */
export default async function servePlayground(): Promise<() => Promise<void>> {
  const port = await freePort();
  const server = await preview({
    root: fileURLToPath(new URL("..", import.meta.url)),
    base: "/playground/",
    preview: { port, host: "127.0.0.1", strictPort: true },
    logLevel: "warn",
  });
  process.env["PLAYGROUND_URL"] = `http://127.0.0.1:${port}/playground/`;
  return () => server.close();
}
