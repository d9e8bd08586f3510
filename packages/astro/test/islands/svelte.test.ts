import { createSession } from "@sojourn/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { createRoot, openPage } from "../support/page.ts";

const ada = createSession();

/** Mounts an island. Svelte is loaded again with this package. */
async function show() {
  const { flushSync, mount, unmount } = await import("svelte");
  const { default: Island } = await import("../support/Island.svelte");
  const onFirst = vi.fn<(name: string) => void>();
  const root = createRoot();
  const island = mount(Island, { target: root, props: { onFirst } });
  onTestFinished(() => unmount(island));
  return { root, onFirst, flushSync };
}

test("an island shows the session of the page, and follows it", async () => {
  const client = await openPage(ada);
  const { root, flushSync } = await show();
  flushSync();
  expect(root.textContent).toBe("Ada Lovelace");
  await client.signOut({ redirect: false });
  flushSync();
  expect(root.textContent).toBe("nobody");
});

test("an island first shows what the server has rendered, whatever is known by then", async () => {
  const client = await openPage(ada);
  await client.signOut({ redirect: false });
  const { root, onFirst, flushSync } = await show();
  expect(onFirst).toHaveBeenCalledExactlyOnceWith("Ada Lovelace");
  flushSync();
  expect(root.textContent).toBe("nobody");
});
