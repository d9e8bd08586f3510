import { createSession, createTestClient, type TestClient } from "@sojourn/testing";
import { createEffect, createSignal, For, type JSX, sharedConfig, Show } from "solid-js";
import { render } from "solid-js/web";
import { expect, onTestFinished, test, vi } from "vitest";
import { countSubscriptions } from "../../testing/test/support/count-subscriptions.ts";
import { SessionProvider, useSession } from "../src/index.ts";

const createClient = (): TestClient => createTestClient({ session: createSession() });

function Name(): JSX.Element {
  const session = useSession();
  return <p>{session()?.user?.name ?? "nobody"}</p>;
}

/** Mounts as many components as it is told. */
function mountList(client: TestClient, Item: () => JSX.Element = Name) {
  const [names, setNames] = createSignal<string[]>([]);
  const main = document.createElement("main");
  const dispose = render(
    () => (
      <SessionProvider client={client}>
        <For each={names()}>{() => <Item />}</For>
      </SessionProvider>
    ),
    main,
  );
  onTestFinished(dispose);
  return {
    text: () => main.textContent,
    /** As many as there are names, of which each stands for the same component all the time. */
    show: (...next: string[]) => void setNames(next),
  };
}

test("components without options share one look and one subscription, which ends with the last", async () => {
  const client = createClient();
  const subscriptions = countSubscriptions(client);
  const observe = vi.spyOn(client, "observe");
  const { show, text } = mountList(client);
  show("first");
  const looks = observe.mock.calls.length;
  show("first", ...Array.from({ length: 99 }, (_, nth) => `${nth}`));
  expect(observe).toHaveBeenCalledTimes(looks);
  expect(subscriptions()).toBe(1);
  // Not the one that began it.
  show("5", "6");
  expect(subscriptions()).toBe(1);
  await client.signOut({ redirect: false });
  expect(text()).toBe("nobodynobody");
  show();
  expect(subscriptions()).toBe(0);
});

test("a component that comes when all others have gone shows at once what is known by then", async () => {
  const client = createClient();
  const seen: string[] = [];
  const { show } = mountList(client, () => {
    const session = useSession();
    return <p>{seen[seen.push(session.status) - 1]}</p>;
  });
  show("first");
  show();
  await client.signOut({ redirect: false });
  show("second");
  expect(seen).toEqual(["authenticated", "unauthenticated"]);
});

test("who selects expires runs alone when it moves; who reads it without, with all others", async () => {
  const client = createClient();
  const [readsExpires, setReadsExpires] = createSignal(false);
  const runs = { plain: 0, selecting: 0 };
  const Plain = () => {
    const session = useSession();
    const run = () => {
      runs.plain += 1;
      return readsExpires() ? session()?.expires : !!session();
    };
    return <p>{String(run())}</p>;
  };
  const Selecting = () => {
    const expires = useSession({ select: (it) => it.expires });
    return <p>{`${(runs.selecting += 1)} ${expires()}`}</p>;
  };
  const { show } = mountList(client, () => (
    <>
      <Plain />
      <Plain />
      <Selecting />
    </>
  ));
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const poll = async () => {
    vi.setSystemTime(Date.now() + 1000);
    await client.getSession();
  };
  show("all");
  await poll();
  expect(runs).toEqual({ plain: 2, selecting: 2 });
  setReadsExpires(true);
  await poll();
  expect(runs).toEqual({ plain: 6, selecting: 3 });
});

test("what hydrates after the others shows what is rendered, and then what is known", async () => {
  const client = createClient();
  const [isThere, setThere] = createSignal(false);
  const seen: unknown[] = [];
  const Late = (): JSX.Element => {
    // As where a boundary is streamed, whose part of the page comes when the rest is taken over.
    Object.assign(sharedConfig, { context: { id: "late", count: 0 } });
    const session = useSession();
    const look = (): void => void seen.push(session()?.user?.name);
    look();
    Object.assign(sharedConfig, { context: undefined });
    createEffect(look);
    return null;
  };
  const main = document.createElement("main");
  const dispose = render(
    () => (
      <SessionProvider client={client} session={createSession()}>
        <Name />
        <Show when={isThere()}>
          <Late />
        </Show>
      </SessionProvider>
    ),
    main,
  );
  onTestFinished(dispose);
  await client.signOut({ redirect: false });
  setThere(true);
  expect(main.textContent).toBe("nobody");
  expect(seen[0]).toBe("Ada Lovelace");
  expect(seen.at(-1)).toBeUndefined();
});
