import { createSession, createTestClient } from "@sojourn/testing";
import { mount, unmount } from "svelte";
import { expect, onTestFinished, test, vi } from "vitest";
import { setSessionClient } from "../../src/index.ts";
import { refreshOnChange } from "../../src/kit.ts";
import SetUp from "../support/SetUp.svelte";

/** Mounts a root layout that follows the session of a client. */
function mountLayout(follow: (refresh: () => unknown) => void = (it) => refreshOnChange(it)) {
  const client = createTestClient({ session: createSession() });
  const refresh = vi.fn<() => Promise<void>>(async () => {});
  const setUp = () => {
    setSessionClient(client);
    follow(refresh);
    return () => "";
  };
  const layout = mount(SetUp, { target: document.createElement("main"), props: { setUp } });
  let isMounted = true;
  const leave = async (): Promise<void> => {
    if (isMounted) await unmount(layout);
    isMounted = false;
  };
  onTestFinished(leave);
  return { client, refresh, leave };
}

test("a change has the layout's data loaded again, once", async () => {
  const { client, refresh } = mountLayout();
  // Svelte mounts after a microtask.
  await Promise.resolve();
  expect(refresh).not.toHaveBeenCalled();
  await client.signOut({ redirect: false });
  expect(refresh).toHaveBeenCalledExactlyOnceWith();
});

test("a layout that is gone follows no more", async () => {
  const { client, refresh, leave } = mountLayout();
  await Promise.resolve();
  await leave();
  await client.signOut({ redirect: false });
  expect(refresh).not.toHaveBeenCalled();
});

test("a page from a cache is loaded again for the user", async () => {
  const { refresh } = mountLayout((it) => refreshOnChange(it, { rendered: null }));
  await Promise.resolve();
  expect(refresh).toHaveBeenCalledOnce();
});

test("a page that hydrates late was rendered for the session that is set", async () => {
  const session = createSession();
  const client = createTestClient({ session });
  await client.signOut({ redirect: false });
  const refresh = vi.fn<() => void>();
  const setUp = () => {
    setSessionClient(client, session);
    refreshOnChange(refresh);
    return () => "";
  };
  const layout = mount(SetUp, { target: document.createElement("main"), props: { setUp } });
  onTestFinished(() => unmount(layout));
  await Promise.resolve();
  expect(refresh).toHaveBeenCalledOnce();
});

test("without a client it says what to do", () => {
  const setUp = () => {
    refreshOnChange(() => {});
    return () => "";
  };
  const target = document.createElement("main");
  expect(() => mount(SetUp, { target, props: { setUp } })).toThrow("setSessionClient()");
});
