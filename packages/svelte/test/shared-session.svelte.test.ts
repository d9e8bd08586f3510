import { createSession, createTestClient, type TestClient } from "@sojourn/testing";
import { flushSync, mount, tick, unmount } from "svelte";
import { get } from "svelte/store";
import { expect, onTestFinished, test, vi } from "vitest";
import { countSubscriptions } from "../../testing/test/support/count-subscriptions.ts";
import { useSession, type UseSessionResult } from "../src/index.ts";
import List from "./support/List.svelte";

const createClient = (): TestClient => createTestClient({ session: createSession() });

function setUpName(): () => unknown {
  const session = useSession();
  return () => session.data?.user?.name ?? "nobody";
}

/** Mounts as many components as it is told, of which each name stands for the same all the time. */
function mountList(client: TestClient, setUp: () => () => unknown = setUpName) {
  const target = document.createElement("main");
  const props = $state({ client, setUp, names: [] as string[] });
  const page = mount(List, { target, props });
  onTestFinished(() => unmount(page));
  flushSync();
  return {
    text: () => target.textContent,
    async show(...names: string[]) {
      props.names = names;
      await tick();
      // Svelte counts those who have gone after a microtask.
      await tick();
    },
  };
}

test("components without options share one look and one subscription, which ends with the last", async () => {
  const client = createClient();
  const subscriptions = countSubscriptions(client);
  const observe = vi.spyOn(client, "observe");
  const { show, text } = mountList(client);
  await show("first");
  const looks = observe.mock.calls.length;
  await show("first", ...Array.from({ length: 99 }, (_, nth) => `${nth}`));
  expect(observe).toHaveBeenCalledTimes(looks);
  expect(subscriptions()).toBe(1);
  // Not the one that began it.
  await show("5", "6");
  expect(subscriptions()).toBe(1);
  await client.signOut({ redirect: false });
  await tick();
  expect(text()).toBe("nobodynobody");
  await show();
  expect(subscriptions()).toBe(0);
});

test("a component that comes when all others have gone shows at once what is known by then", async () => {
  const client = createClient();
  const seen: string[] = [];
  const { show } = mountList(client, () => {
    const session = useSession();
    return () => seen[seen.push(session.status) - 1];
  });
  await show("first");
  await show();
  await client.signOut({ redirect: false });
  await show("second");
  expect(seen).toEqual(["authenticated", "unauthenticated"]);
});

test("the store of a component stays one when the component that came first has gone", async () => {
  const client = createClient();
  const sessions: UseSessionResult[] = [];
  const { show } = mountList(client, () => {
    sessions.push(useSession());
    return () => "";
  });
  await show("first", "second");
  await show("second");
  const seen: string[] = [];
  const stop = sessions[1]?.subscribe(({ status }) => void seen.push(status));
  onTestFinished(() => stop?.());
  await client.signOut({ redirect: false });
  await tick();
  expect(seen).toEqual(["authenticated", "unauthenticated"]);
  expect(sessions[1] && get(sessions[1]).status).toBe("unauthenticated");
});

test("who selects expires runs alone when it moves; who reads it without, with all others", async () => {
  const client = createClient();
  let readsExpires = $state(false);
  const runs = { plain: 0, selecting: 0 };
  const { show } = mountList(client, () => {
    const session = useSession();
    const other = useSession();
    const selected = useSession({ select: (it) => it.expires });
    $effect(() => {
      runs.plain += 1;
      void (readsExpires ? session.data?.expires : session.data);
    });
    $effect(() => {
      runs.plain += 1;
      void (readsExpires ? other.data?.expires : other.data);
    });
    $effect(() => {
      runs.selecting += 1;
      void selected.data;
    });
    return () => "";
  });
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const poll = async () => {
    vi.setSystemTime(Date.now() + 1000);
    await client.getSession();
    await tick();
  };
  await show("all");
  await poll();
  expect(runs).toEqual({ plain: 2, selecting: 2 });
  readsExpires = true;
  await tick();
  await poll();
  expect(runs).toEqual({ plain: 6, selecting: 3 });
});
