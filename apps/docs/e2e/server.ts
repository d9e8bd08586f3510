import { serve } from "vitepress";
import { freePort } from "../../../scripts/free-port.ts";

/** Serves the built site on a free port of the loopback while the tests run. */
export default async function serveSite(): Promise<() => Promise<void>> {
  const port = await freePort();
  const { server } = await serve({ port });
  process.env["APP_URL"] = `http://127.0.0.1:${port}`;
  return async () => {
    server?.close();
  };
}
