import { createSession, createTestClient } from "@sojourn/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import type { RefreshOptions } from "@sojourn/core/refresh";
import { createApp, createSSRApp, h } from "vue";
import { createSojourn, type Session } from "../src/index.ts";
import { refreshOnChange } from "../src/nuxt.ts";

/** Mounts an `app.vue` that follows the session of a client. */
function mountApp(options?: RefreshOptions<Session>) {
  const client = createTestClient({ session: createSession() });
  const refresh = vi.fn<() => Promise<void>>(async () => {});
  const app = createApp({ setup: () => (refreshOnChange(refresh, options), () => null) });
  app.use(createSojourn({ client })).mount(document.createElement("main"));
  let isMounted = true;
  const leave = (): void => {
    if (isMounted) app.unmount();
    isMounted = false;
  };
  onTestFinished(leave);
  return { client, refresh, leave };
}

test("a change has the page's data fetched again, once", async () => {
  const { client, refresh } = mountApp();
  expect(refresh).not.toHaveBeenCalled();
  await client.signOut({ redirect: false });
  expect(refresh).toHaveBeenCalledExactlyOnceWith();
});

test("an app that is gone follows no more", async () => {
  const { client, refresh, leave } = mountApp();
  leave();
  await client.signOut({ redirect: false });
  expect(refresh).not.toHaveBeenCalled();
});

test("a page from a cache is fetched again for the user", () => {
  const { refresh } = mountApp({ rendered: null });
  expect(refresh).toHaveBeenCalledOnce();
});

test.each([
  ["hydrates late was rendered for the plugin's session", createSSRApp, 1],
  ["does not hydrate has got its data for the session that is known", createApp, 0],
])("a page that %s", async (_, create, refreshes) => {
  const refresh = vi.fn<() => void>();
  const client = createTestClient({ session: createSession() });
  const app = create({ setup: () => (refreshOnChange(refresh), () => h("p")) });
  app.use(createSojourn({ client, session: createSession() }));
  await client.signOut({ redirect: false });
  const main = document.createElement("main");
  main.innerHTML = "<p></p>";
  app.mount(main);
  onTestFinished(() => app.unmount());
  expect(refresh).toHaveBeenCalledTimes(refreshes);
});

test("without the plugin it says what to do", () => {
  const onError = vi.fn<(error: unknown) => void>();
  const app = createApp({ setup: () => (refreshOnChange(() => {}), () => null) });
  app.config.warnHandler = () => {};
  app.config.errorHandler = onError;
  app.mount(document.createElement("main"));
  expect(onError.mock.lastCall?.[0]).toMatchObject({
    message: expect.stringContaining("app.use(createSojourn())"),
  });
});
