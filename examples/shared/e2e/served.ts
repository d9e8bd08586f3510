import { type AppToServe, serveApp } from "./serve-app.ts";
import { test } from "./test.ts";

/** A fixture for all tests of a worker: the address of an app that is served with these variables. */
export function servedWith(app: AppToServe, env: Record<string, string> = {}) {
  const serve = async (
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads there what a fixture needs
    {}: object,
    use: (url: string) => Promise<void>,
  ): Promise<void> => {
    const { url, stop } = await serveApp({ ...app, env });
    await use(url);
    await stop();
  };
  return [serve, { scope: "worker" }] as [typeof serve, { scope: "worker" }];
}

/** Tests that share one server, with these variables. */
export function testsServedWith(app: AppToServe, env?: Record<string, string>) {
  return test.extend<object, { url: string }>({
    url: servedWith(app, env),
    baseURL: async ({ url }, use) => use(url),
  });
}
