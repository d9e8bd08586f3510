import { serveApp, test } from "shared/e2e";
import { app } from "./app.ts";

/** Tests that share one server, with these variables. */
export function testsServedWith(env: Record<string, string> = {}) {
  return test.extend<object, { url: string }>({
    url: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads there what a fixture needs
      async ({}, use) => {
        const { url, stop } = await serveApp({ ...app, env });
        await use(url);
        await stop();
      },
      { scope: "worker" },
    ],
    baseURL: async ({ url }, use) => use(url),
  });
}
