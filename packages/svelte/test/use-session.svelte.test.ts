import { createSession, createTestClient, hanging } from "@sojourn/testing";
import { flushSync, mount, tick, unmount } from "svelte";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  createSessionClient,
  getSessionClient,
  setSessionClient,
  useSession,
  type UseSessionResult,
} from "../src/index.ts";
import Bounded from "./support/Bounded.svelte";
import Late from "./support/Late.svelte";
import { show, showWith } from "./support/show.ts";

const byPassword = { username: "grace", password: "hopper", redirect: false } as const;

test.each([useSession, getSessionClient])(
  "%o without a client above throws an error that says what to do",
  (read) => {
    expect(() => show(() => () => read())).toThrow(/setSessionClient\(\)/);
  },
);

test("setSessionClient makes a client where it is given none, and returns it", () => {
  let clients: unknown[] = [];
  show(() => {
    clients = [setSessionClient(), getSessionClient()];
    return () => "";
  });
  expect(clients[0]).toBe(clients[1]);
  expect(Object.keys(clients[0] ?? {})).toEqual(Object.keys(createSessionClient()));
});

test("properties are read outside of components too, and nothing is asked for that", () => {
  const client = createTestClient();
  let session: UseSessionResult | undefined;
  showWith(() => {
    session = useSession();
    return () => "";
  }, client);
  expect(session?.status).toBe("loading");
  expect(client.server.requests).toEqual([]);
});

test("what is read in an event that comes first is rendered still", async () => {
  const client = createTestClient({ session: createSession() });
  const seen: unknown[] = [];
  const { text } = showWith(() => {
    const session = useSession();
    client.on("signedOut", () => seen.push(session.status));
    return () => session.status;
  }, client);
  await client.signOut({ redirect: false });
  await tick();
  expect(seen).toEqual(["unauthenticated"]);
  expect(text()).toBe("unauthenticated");
});

test("shows a session that is passed with a client at once", async () => {
  const client = createTestClient();
  const seen: unknown[] = [];
  show(() => {
    setSessionClient(client, createSession());
    const session = useSession();
    return () => seen.push(session.data?.user?.name);
  });
  await tick();
  expect(new Set(seen)).toEqual(new Set(["Ada Lovelace"]));
  expect(client.server.requests).toEqual([]);
});

test("select follows the state that it reads", () => {
  let field: "name" | "email" = $state("name");
  const { text } = showWith(() => {
    const session = useSession({ select: ({ user }) => user?.[field] });
    return () => session.data;
  });
  expect(text()).toBe("Ada Lovelace");
  field = "email";
  flushSync();
  expect(text()).toBe("ada@example.com");
});

test.each(["properties", "store"])(
  "what select makes of state is followed by %s, also where it cannot be compared",
  async (by) => {
    const client = createTestClient({ session: createSession() });
    let field: "name" | "email" = $state("name");
    const values = new Set<unknown>();
    const { text } = showWith(() => {
      const session = useSession({
        select: ({ user }) => {
          const value = user?.[field];
          return () => value;
        },
      });
      let read = $state(() => session.data);
      if (by === "store") {
        let data = $state.raw(session.data);
        $effect(() => session.subscribe((snapshot) => (data = snapshot.data)));
        read = () => data;
      }
      return () => {
        values.add(read());
        return read()?.();
      };
    }, client);
    await tick();
    expect(text()).toBe("Ada Lovelace");
    await client.getSession();
    await tick();
    expect(values.size).toBe(1);
    field = "email";
    await tick();
    expect(text()).toBe("ada@example.com");
    client.hydrate(createSession({ email: "countess@example.com" }));
    await tick();
    expect(text()).toBe("countess@example.com");
    expect(values.size).toBe(3);
  },
);

test.each(["properties", "store"])(
  "required may be a getter, and is followed by %s",
  async (by) => {
    const client = createTestClient({ session: null });
    let required = $state(false);
    const { text } = showWith(() => {
      const session = useSession({
        get required() {
          return required;
        },
      });
      if (by === "properties") return () => session.status;
      let status = $state("");
      $effect(() => session.subscribe((snapshot) => (status = snapshot.status)));
      return () => status;
    }, client);
    expect(text()).toBe("unauthenticated");
    expect(client.navigations).toEqual([]);

    required = true;
    await tick();
    expect(text()).toBe("loading");
    expect(client.navigations).toHaveLength(1);

    required = false;
    await tick();
    expect(text()).toBe("unauthenticated");
    client.hydrate(createSession());
    client.hydrate(null);
    expect(client.navigations).toHaveLength(1);
  },
);

test("a handler that reads state is not called when that changes", () => {
  const client = createTestClient({ session: null });
  let state = $state(0);
  const onUnauthenticated = vi.fn<() => number>(() => state);
  showWith(() => {
    const session = useSession({ required: true, onUnauthenticated });
    return () => session.status;
  }, client);
  state = 1;
  flushSync();
  expect(onUnauthenticated).toHaveBeenCalledOnce();
});

test("isFetching says whether a read is under way", async () => {
  const client = createTestClient({ session: createSession() });
  const { text } = showWith(() => {
    const session = useSession();
    return () => session.isFetching;
  }, client);
  expect(text()).toBe("false");
  client.server.fault = hanging();
  void client.getSession();
  await tick();
  expect(text()).toBe("true");
});

test("the functions can be taken out and called alone", async () => {
  const client = createTestClient({ session: null });
  let functions: UseSessionResult | undefined;
  const { text } = showWith(() => {
    functions = useSession();
    return () => functions?.data?.user?.name ?? "nobody";
  }, client);
  const { signIn, signOut, update } = functions!;
  await signIn("credentials", byPassword);
  await tick();
  expect(text()).toBe("Grace Hopper");
  await update({ name: "Admiral" });
  await tick();
  expect(text()).toBe("Admiral");
  await signOut({ redirect: false });
  await tick();
  expect(text()).toBe("nobody");
});

test("a component that comes later shows at once what is known by then", async () => {
  const client = createTestClient({ session: createSession() });
  const target = document.createElement("main");
  const seen: unknown[] = [];
  const props = $state({ client, isThere: false, see: (status: string) => void seen.push(status) });
  const page = mount(Late, { target, props });
  onTestFinished(() => unmount(page));
  flushSync();
  await client.signOut({ redirect: false });
  props.isThere = true;
  flushSync();
  expect(target.textContent.trim()).toBe("unauthenticated");
  expect(seen).toEqual(["unauthenticated"]);
});

test("what onUnauthenticated throws reaches a boundary", async () => {
  const client = createTestClient({ session: createSession() });
  const target = document.createElement("main");
  const onUnauthenticated = (): never => {
    throw new Error("redirect");
  };
  const app = mount(Bounded, { target, props: { client, onUnauthenticated } });
  onTestFinished(() => unmount(app));
  await vi.waitFor(() => expect(target.textContent).toContain("hello authenticated"));
  await client.signOut({ redirect: false });
  await tick();
  expect(target.textContent).toContain("caught redirect");
});
