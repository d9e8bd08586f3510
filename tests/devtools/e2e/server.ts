import { createServer } from "vite";
import { freePort } from "../../../scripts/free-port.ts";

/** Serves the page as it is developed, while the tests run. For Playwright's `globalSetup`. */
export default async function serveThePage(): Promise<() => Promise<void>> {
  const port = await freePort();
  const server = await createServer({ server: { port, strictPort: true, host: "127.0.0.1" } });
  await server.listen();
  // Workers inherit the environment.
  process.env["PAGE_URL"] = `http://127.0.0.1:${port}`;
  return () => server.close();
}
