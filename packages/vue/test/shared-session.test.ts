import { createSession, createTestClient, type TestClient } from "@sojourn/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  createApp,
  createSSRApp,
  defineAsyncComponent,
  defineComponent,
  h,
  nextTick,
  shallowRef,
} from "vue";
import { countSubscriptions } from "../../testing/test/support/count-subscriptions.ts";
import { createSojourn, useSession } from "../src/index.ts";

const createClient = (): TestClient => createTestClient({ session: createSession() });

const Name = defineComponent(() => {
  const { data } = useSession();
  return () => h("p", data.value?.user?.name ?? "nobody");
});

/** Mounts as many components as the number says, and follows it. */
function mountList(client: TestClient, Item = Name) {
  const count = shallowRef(0);
  const main = document.createElement("main");
  const app = createApp({ render: () => Array.from({ length: count.value }, () => h(Item)) });
  app.use(createSojourn({ client })).mount(main);
  onTestFinished(() => app.unmount());
  return {
    texts: () => Array.from(main.querySelectorAll("p"), ({ textContent }) => textContent),
    async show(next: number) {
      count.value = next;
      await nextTick();
    },
  };
}

test("components without options share one look and one subscription, which ends with the last", async () => {
  const client = createClient();
  const subscriptions = countSubscriptions(client);
  const observe = vi.spyOn(client, "observe");
  const { show, texts } = mountList(client);
  await show(1);
  const looks = observe.mock.calls.length;
  await show(100);
  expect(observe).toHaveBeenCalledTimes(looks);
  expect(subscriptions()).toBe(1);
  // The first one is the last one that goes.
  await show(1);
  expect(subscriptions()).toBe(1);
  await client.signOut({ redirect: false });
  await nextTick();
  expect(texts()).toEqual(["nobody"]);
  await show(0);
  expect(subscriptions()).toBe(0);
});

test("when the first component has gone, the others are told of changes", async () => {
  const client = createClient();
  const isFirstThere = shallowRef(true);
  const main = document.createElement("main");
  const app = createApp({ render: () => [isFirstThere.value && h(Name, { key: 1 }), h(Name)] });
  app.use(createSojourn({ client })).mount(main);
  onTestFinished(() => app.unmount());
  isFirstThere.value = false;
  await nextTick();
  await client.signOut({ redirect: false });
  await nextTick();
  expect(main.textContent).toBe("nobody");
});

test("a component that comes when all others have gone shows at once what is known by then", async () => {
  const client = createClient();
  const seen: unknown[] = [];
  const { show } = mountList(
    client,
    defineComponent(() => {
      const { status } = useSession();
      return () => h("p", seen[seen.push(status.value) - 1] as string);
    }),
  );
  await show(1);
  await show(0);
  await client.signOut({ redirect: false });
  await show(1);
  expect(seen).toEqual(["authenticated", "unauthenticated"]);
});

test("what is called outside of components is shown what is known by then", async () => {
  const client = createClient();
  const app = createApp(Name).use(createSojourn({ client }));
  // That nothing is on a page, and so nobody is told of changes.
  vi.spyOn(console, "warn").mockReturnValue();
  const look = (): string => app.runWithContext(() => useSession().status.value);
  expect(look()).toBe("authenticated");
  await client.signOut({ redirect: false });
  expect(look()).toBe("unauthenticated");
});

test("only who looks at isFetching renders for it", async () => {
  const client = createClient();
  let renderings = 0;
  const Counted = defineComponent(() => {
    const { data, status } = useSession();
    return () => h("p", `${(renderings += 1)} ${status.value} ${data.value?.user?.name}`);
  });
  const seen: boolean[] = [];
  const Fetching = defineComponent(() => {
    const { isFetching } = useSession();
    return () => h("p", String(seen[seen.push(isFetching.value) - 1]));
  });
  const { show } = mountList(
    client,
    defineComponent(() => () => [h(Counted), h(Fetching)]),
  );
  await show(1);
  const read = client.getSession();
  await nextTick();
  await read;
  await nextTick();
  expect(seen).toEqual([false, true, false]);
  expect(renderings).toBe(1);
});

test("who selects expires renders alone when it moves; who reads it without, with all others", async () => {
  const client = createClient();
  const readsExpires = shallowRef(false);
  const renderings = { plain: 0, selecting: 0 };
  const Plain = defineComponent(() => {
    const { data } = useSession();
    return () => {
      renderings.plain += 1;
      return h("p", readsExpires.value ? data.value?.expires : "");
    };
  });
  const Selecting = defineComponent(() => {
    const { data } = useSession({ select: ({ expires }) => expires });
    return () => h("p", `${(renderings.selecting += 1)} ${data.value}`);
  });
  const { show } = mountList(
    client,
    defineComponent(() => () => [h(Plain), h(Plain), h(Selecting)]),
  );
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const poll = async () => {
    vi.setSystemTime(Date.now() + 1000);
    await client.getSession();
    await nextTick();
  };
  await show(1);
  await poll();
  expect(renderings).toEqual({ plain: 2, selecting: 2 });
  readsExpires.value = true;
  await nextTick();
  await poll();
  expect(renderings).toEqual({ plain: 6, selecting: 3 });
});

test("what hydrates after the others shows what is rendered, and then what is known", async () => {
  const client = createClient();
  const warn = vi.spyOn(console, "warn");
  const seen: unknown[] = [];
  const Late = defineComponent(() => {
    const { data } = useSession();
    return () => h("p", (seen.push(data.value?.user?.name), data.value?.user?.name ?? "nobody"));
  });
  let load: (component: typeof Late) => void = () => {};
  const AsyncLate = defineAsyncComponent(() => new Promise<typeof Late>((it) => (load = it)));
  const main = document.createElement("main");
  main.innerHTML = "<!--[--><p>Ada Lovelace</p><p>Ada Lovelace</p><p>Ada Lovelace</p><!--]-->";
  const app = createSSRApp({ render: () => [h(Name), h(Name), h(AsyncLate)] });
  const session = createSession();
  app.use(createSojourn({ client, session })).mount(main);
  onTestFinished(() => app.unmount());
  await client.signOut({ redirect: false });
  await nextTick();
  expect(main.textContent).toBe("nobodynobodyAda Lovelace");
  load(Late);
  await vi.waitFor(() => expect(main.textContent).toBe("nobodynobodynobody"));
  expect(seen).toEqual(["Ada Lovelace", undefined]);
  expect(warn).not.toHaveBeenCalled();
});
