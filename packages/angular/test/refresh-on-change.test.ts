import { createSession, createTestClient } from "@sojourn/testing";
import type { RefreshOptions } from "@sojourn/core/refresh";
import { expect, test, vi } from "vitest";
import { provideSojourn, refreshOnChange, type Session } from "../src/index.ts";
import { startApp } from "./support/start-app.ts";

/** Starts an app that follows the session of a client. */
async function follow(options?: RefreshOptions<Session>) {
  const client = createTestClient({ session: createSession() });
  const refresh = vi.fn<() => void>();
  const app = await startApp(() => refreshOnChange(refresh, options), [provideSojourn({ client })]);
  return { ...app, client, refresh };
}

test("a change has the page's data fetched again, once", async () => {
  const { client, refresh } = await follow();
  expect(refresh).not.toHaveBeenCalled();
  await client.signOut({ redirect: false });
  expect(refresh).toHaveBeenCalledExactlyOnceWith();
});

test("a component that is gone follows no more", async () => {
  const { client, refresh, leave } = await follow();
  leave();
  await client.signOut({ redirect: false });
  expect(refresh).not.toHaveBeenCalled();
});

test("a page from a cache is fetched again for the user", async () => {
  const { refresh } = await follow({ rendered: null });
  await expect.poll(() => refresh).toHaveBeenCalledOnce();
});
