import type { SessionClient } from "@sojourn/core";
import { createSession, createTestClient, grace, type TestClient } from "@sojourn/testing";
import { QueryClient, QueryObserver } from "@tanstack/query-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connectSession, sessionKey, sessionQueryOptions } from "../src/index.ts";

let queryClient: QueryClient;
const stops: (() => void)[] = [];

beforeEach(() => {
  queryClient = new QueryClient();
  queryClient.mount();
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  queryClient.unmount();
  queryClient.clear();
});

function connect(client: TestClient, options?: Parameters<typeof connectSession>[2]): void {
  stops.push(connectSession(queryClient, client, options));
}

/** Somebody who looks at a query. Resolves to what they see. */
function look(queryKey: readonly unknown[] = sessionKey): () => unknown {
  const observer = new QueryObserver(queryClient, { queryKey });
  stops.push(observer.subscribe(() => {}));
  return () => observer.getCurrentResult().data;
}

const name = (session: unknown): unknown =>
  (session as { user?: { name?: string } } | null | undefined)?.user?.name ?? session;

const signIn = (client: SessionClient<never> | TestClient, username: string, password: string) =>
  client.signIn("credentials", { username, password, redirect: false });

describe("a query of the session", () => {
  test("is the session that was handed over, without a request", () => {
    const client = createTestClient({ session: createSession() });
    connect(client);
    expect(name(look()())).toBe("Ada Lovelace");
    expect(client.server.requests).toEqual([]);
  });

  test("asks the server once, whoever looks first and however many look", async () => {
    const client = createTestClient();
    client.server.user = grace.user;
    const seen = [0, 1, 2].map(() => {
      const observer = new QueryObserver(queryClient, sessionQueryOptions(client));
      stops.push(observer.subscribe(() => {}));
      return () => observer.getCurrentResult().data;
    });
    connect(client);
    await vi.waitFor(() =>
      expect(seen.map((it) => name(it()))).toEqual(Array(3).fill("Grace Hopper")),
    );
    expect(client.server.count("GET session")).toBe(1);
  });

  test("has the session at once where the client has it, though the cache has nothing", async () => {
    const client = createTestClient({ session: createSession() });
    const options = { ...sessionQueryOptions(client), initialData: undefined };
    expect(name(await queryClient.fetchQuery(options))).toBe("Ada Lovelace");
    expect(client.server.requests).toEqual([]);
  });

  test("follows a sign-in and a sign-out, without a request of its own", async () => {
    const client = createTestClient({ session: null });
    connect(client);
    const seen = look();
    expect(seen()).toBeNull();
    await signIn(client, "grace", "hopper");
    expect(name(seen())).toBe("Grace Hopper");
    expect(client.server.count("GET session")).toBe(1);
    const before = client.server.count("GET session");
    await client.signOut({ redirect: false });
    expect(seen()).toBeNull();
    // The client's own, which confirms the sign-out.
    expect(client.server.count("GET session")).toBe(before + 1);
  });

  test("asks through the client when it is invalidated", async () => {
    const client = createTestClient({ session: createSession() });
    connect(client);
    const seen = look();
    client.server.user = { id: "2", name: "Grace Hopper" };
    await queryClient.invalidateQueries({ queryKey: sessionKey });
    expect(name(seen())).toBe("Grace Hopper");
    expect(name(client.getSnapshot().data)).toBe("Grace Hopper");
    expect(client.server.count("GET session")).toBe(1);
  });

  test("keeps what it holds when that fails, and says why", async () => {
    const client = createTestClient({ session: createSession() });
    connect(client);
    const seen = look();
    client.server.fault = () => new Response("down", { status: 503 });
    await queryClient.invalidateQueries({ queryKey: sessionKey });
    expect(name(seen())).toBe("Ada Lovelace");
    expect(queryClient.getQueryState(sessionKey)?.error).toMatchObject({
      code: "http",
      status: 503,
    });
    expect(client.server.count("GET session")).toBe(1);
  });

  test("keeps its object when only `expires` moves", async () => {
    const client = createTestClient({ session: createSession() });
    connect(client);
    const seen = look();
    const before = seen();
    await client.getSession();
    expect(client.server.count("GET session")).toBe(1);
    expect(seen()).toBe(before);
  });

  test("can be waited for before anything is rendered", async () => {
    const client = createTestClient();
    client.server.user = grace.user;
    const session = await queryClient.fetchQuery(sessionQueryOptions(client));
    expect(name(session)).toBe("Grace Hopper");
  });

  test("has the key that it is given", () => {
    connect(createTestClient({ session: createSession() }), { queryKey: ["auth", "me"] });
    expect(name(look(["auth", "me"])())).toBe("Ada Lovelace");
    expect(queryClient.getQueryData(sessionKey)).toBeUndefined();
  });

  test("is not fed any more once the connection has ended", async () => {
    const client = createTestClient({ session: createSession() });
    connectSession(queryClient, client)();
    await client.signOut({ redirect: false });
    expect(name(queryClient.getQueryData(sessionKey))).toBe("Ada Lovelace");
  });
});

describe("queries that belong to a user", () => {
  const orders = ["orders"];

  async function openWithOrders(userScoped: Parameters<typeof connectSession>[2]) {
    const client = createTestClient({ session: createSession() });
    connect(client, userScoped);
    const fetchOrders = vi.fn<() => Promise<string>>(
      async () => `orders of ${name(client.getSnapshot().data)}`,
    );
    queryClient.setQueryDefaults(orders, { queryFn: fetchOrders, staleTime: Infinity });
    queryClient.setQueryData(["prices"], "prices");
    const seen = look(orders);
    await vi.waitFor(() => expect(seen()).toBe("orders of Ada Lovelace"));
    return { client, seen, fetchOrders };
  }

  test("go when that user signs out, on screen too, and are not asked for", async () => {
    const { client, seen, fetchOrders } = await openWithOrders({
      userScoped: { queryKey: orders },
    });
    await client.signOut({ redirect: false });
    expect(seen()).toBeUndefined();
    expect(queryClient.getQueryData(["prices"])).toBe("prices");
    expect(fetchOrders).toHaveBeenCalledTimes(1);
  });

  test("are asked for again when another user comes", async () => {
    const { client, seen } = await openWithOrders({ userScoped: true });
    await signIn(client, "grace", "hopper");
    expect(queryClient.getQueryData(["prices"])).toBeUndefined();
    await vi.waitFor(() => expect(seen()).toBe("orders of Grace Hopper"));
    expect(name(queryClient.getQueryData(sessionKey))).toBe("Grace Hopper");
  });

  test("stay, unless that is asked for", async () => {
    const { client, seen } = await openWithOrders({});
    await client.signOut({ redirect: false });
    expect(seen()).toBe("orders of Ada Lovelace");
  });
});
