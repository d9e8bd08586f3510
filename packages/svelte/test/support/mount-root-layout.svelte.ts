import type { SessionClient, RegisteredSession } from "@sojourn/core";
import { createMemoryWorld } from "@sojourn/core/memory";
import { ada, createAuthServer } from "@sojourn/testing";
import { flushSync, mount, unmount } from "svelte";
import { onTestFinished, vi } from "vitest";
import { useSession } from "../../src/index.ts";
import { setRenderedSession, type KitNavigation, type RenderedSession } from "../../src/kit.ts";
import SetUp from "./SetUp.svelte";

/** A promise, and what ends it. */
export function createPending<T>(): { promise: Promise<T>; end: (value: T) => void } {
  let end!: (value: T) => void;
  const promise = new Promise<T>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}

/** Mounts a root layout, with what its `load` has returned, in a tab of Ada's browser. */
export function mountRootLayout(first: RenderedSession) {
  const server = createAuthServer({ user: ada.user, basePath: "/auth" });
  const world = createMemoryWorld({ fetch: server.fetch });
  const { environment } = world.openTab();
  const invalidateAll = vi.fn<() => Promise<void>>(async () => {});
  const callbacks: Parameters<KitNavigation["beforeNavigate"]>[0][] = [];
  const navigation: KitNavigation = {
    invalidateAll,
    beforeNavigate: (callback) => void callbacks.push(callback),
  };
  let data = $state.raw({ session: first });
  let client: SessionClient<RegisteredSession>;

  const setUp = () => {
    client = setRenderedSession(() => data.session, navigation, { environment });
    const session = useSession();
    return () => session.data?.user?.name ?? session.status;
  };
  const target = document.createElement("main");
  const layout = mount(SetUp, { target, props: { setUp } });
  onTestFinished(() => unmount(layout));
  const text = () => {
    flushSync();
    return target.textContent;
  };

  return {
    /** What the layout showed at first. */
    rendered: text(),
    text,
    client: client!,
    server,
    invalidateAll,
    /** Passes some time. */
    pass: (ms: number) => world.clock.advance(ms),
    /** A `load` has run again. */
    load(session: RenderedSession) {
      data = { session };
      flushSync();
    },
    /** Begins a navigation, and returns what ends it. */
    navigate(willUnload = false): () => void {
      const { promise, end } = createPending<void>();
      for (const callback of callbacks) callback({ complete: promise, willUnload });
      return end;
    },
  };
}

/** Waits until what is due now has run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}
