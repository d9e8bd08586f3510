import { describe, expect, test } from "vitest";
import { createAuthFetch, type Fetch } from "../../src/features/fetch.ts";
import { streamSession } from "../../src/features/streaming.ts";
import type { Session } from "../../src/index.ts";
import { createApiServer, type ApiServer } from "../support/api-server.ts";
import { ada, json } from "../support/auth-server.ts";
import {
  openBrowser,
  type Browser,
  type BrowserOptions,
  type OpenTab,
} from "../support/browser.ts";
import { answering, failing, hanging } from "../support/faults.ts";

const stay = { redirect: false } as const;
const orders = "https://api.example/orders";

interface Shop extends Browser {
  readonly api: ApiServer;
  /** The `fetch` of each tab. */
  readonly fetches: readonly Fetch[];
  readonly authFetch: Fetch;
  readonly tab: OpenTab;
  reads(): number;
}

/** An app whose server refuses the session until it is read again. */
async function openShop(options: BrowserOptions = {}): Promise<Shop> {
  const browser = openBrowser({ user: ada, ...options });
  const { world, server, tabs } = browser;
  const api = createApiServer(world.clock, server);
  const fetches = tabs.map(({ client }) => createAuthFetch(client, { fetch: api.fetch }));
  const [tab, authFetch] = [tabs[0] as OpenTab, fetches[0] as Fetch];
  await browser.advance(10_000);
  server.latencyMs = 50;
  const reads = (): number => server.count("GET session");
  api.acceptsAfterReads = reads() + 1;
  return { ...browser, api, fetches, authFetch, tab, reads };
}

/** The server answers with the same session each time, `expires` included. */
function keepSession({ server }: Browser): void {
  const expires = new Date(Date.UTC(2027, 0)).toISOString();
  server.fault = failing("GET session", () => json({ user: server.user, expires }));
}

describe("a request", () => {
  test("that is not refused is sent as it is, and nobody is asked", async () => {
    const { api, authFetch, finish, reads } = await openShop();
    api.acceptsAfterReads = 0;
    const before = reads();
    const response = await finish(authFetch(orders, { method: "POST", body: "tea" }));
    expect(await response.text()).toBe("orders of Ada");
    expect(api.calls).toMatchObject([{ url: orders, body: "tea" }]);
    expect(reads()).toBe(before);
  });

  test("that gets a 401 has the session read, and is sent once more", async () => {
    const { api, authFetch, finish, reads } = await openShop();
    const before = reads();
    const response = await finish(authFetch(orders, { method: "POST", body: "tea" }));
    expect(response.status).toBe(200);
    expect(api.calls.map(({ body }) => body)).toEqual(["tea", "tea"]);
    expect(reads()).toBe(before + 1);
  });

  test("that is refused twice gets the second 401, and no third try", async () => {
    const { api, authFetch, finish, reads, shown } = await openShop();
    api.acceptsAfterReads = Infinity;
    const before = reads();
    const response = await finish(authFetch(orders));
    expect(response).toBe(api.responses[1]);
    expect(response.status).toBe(401);
    expect(api.calls.length).toBe(2);
    expect(reads()).toBe(before + 1);
    expect(shown()).toEqual(["Ada"]);
  });

  test("gets its 401 if the session has not changed", async () => {
    const shop = await openShop();
    const { api, authFetch, finish, tab } = shop;
    keepSession(shop);
    await finish(tab.client.getSession());
    api.acceptsAfterReads = Infinity;
    const response = await finish(authFetch(orders));
    expect(response).toBe(api.responses[0]);
    expect(await response.text()).toBe("who are you?");
    expect(api.calls.length).toBe(1);
  });

  test("that fails for want of a network rejects, and nobody is asked", async () => {
    const { tab, finish, reads } = await openShop();
    const before = reads();
    const error = new TypeError("Failed to fetch");
    const authFetch = createAuthFetch(tab.client, { fetch: () => Promise.reject(error) });
    await expect(finish(authFetch(orders))).rejects.toBe(error);
    expect(reads()).toBe(before);
  });

  test("counts as refused by the app's own rule", async () => {
    const { api, tab, finish } = await openShop();
    api.acceptsAfterReads = Infinity;
    const isRefused = ({ status, url }: Response): boolean => status === 401 && url !== "";
    const authFetch = createAuthFetch(tab.client, { fetch: api.fetch, isRefused });
    await finish(authFetch(orders));
    expect(api.calls.length).toBe(1);
  });

  test("is sent by the page's own fetch if the app gives none", async () => {
    const sent: unknown[] = [];
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      sent.push([url, init]);
      return new Response("orders");
    };
    const { client } = openBrowser({ fetch, isWatched: false }).tabs[0] as OpenTab;
    const response = await createAuthFetch(client)(orders, { method: "PUT" });
    expect(await response.text()).toBe("orders");
    expect(sent).toEqual([[orders, { method: "PUT" }]]);
  });
});

describe("two hundred requests", () => {
  test("that are refused at once cause one read, and each is sent once more", async () => {
    const { api, authFetch, finish, reads } = await openShop();
    const before = reads();
    const all = Array.from({ length: 200 }, (_, id) => authFetch(`${orders}/${id}`));
    const responses = await finish(Promise.all(all));
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect(reads()).toBe(before + 1);
    expect(api.calls.length).toBe(400);
    expect(new Set(api.calls.map(({ url }) => url)).size).toBe(200);
  });

  test("of four tabs cause one read in all", async () => {
    const { api, fetches, finish, reads } = await openShop({ tabs: 4 });
    const before = reads();
    const all = fetches.flatMap((authFetch) =>
      Array.from({ length: 50 }, (_, id) => authFetch(`${orders}/${id}`)),
    );
    const responses = await finish(Promise.all(all), 5000);
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect(reads()).toBe(before + 1);
    expect(api.calls.length).toBe(400);
  });

  test("whose 401s come after the read need no other one", async () => {
    const shop = await openShop();
    const { api, authFetch, finish, reads } = shop;
    const before = reads();
    api.latenciesMs = [20, ...Array.from({ length: 99 }, (_, id) => 20 + 10 * id), 20];
    const all = Array.from({ length: 100 }, () => authFetch(orders));
    const responses = await finish(Promise.all(all), 5000);
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect(reads()).toBe(before + 1);
    expect(api.calls.length).toBe(200);
  });

  test("need no other read than the one that was under way when they began", async () => {
    const { api, authFetch, finish, advance, reads, tab } = await openShop();
    const before = reads();
    const read = tab.client.getSession();
    await advance(20);
    api.acceptsAfterReads = Infinity;
    api.latenciesMs = [100];
    await finish(Promise.all(Array.from({ length: 200 }, () => authFetch(orders))));
    await read;
    expect(api.calls.length).toBe(400);
    expect(reads()).toBe(before + 1);
  });

  test("that come late and find the session unchanged ask nobody either", async () => {
    const shop = await openShop();
    const { api, authFetch, finish, reads, tab } = shop;
    keepSession(shop);
    await finish(tab.client.getSession());
    api.acceptsAfterReads = Infinity;
    const before = reads();
    api.latenciesMs = [20, 500, 600, 700];
    const all = Array.from({ length: 4 }, () => authFetch(orders));
    await finish(Promise.all(all));
    expect(reads()).toBe(before + 1);
    expect(api.calls.length).toBe(4);
  });
});

describe("a read that the 401 has caused", () => {
  test("and that fails hands the 401 over, signs nobody out, and is not repeated before its time", async () => {
    const { api, server, authFetch, finish, reads, shown } = await openShop();
    server.fault = failing("GET session", answering(500));
    api.acceptsAfterReads = Infinity;
    const before = reads();
    for (let count = 0; count < 20; count += 1) {
      const response = await finish(authFetch(orders));
      expect(response.status).toBe(401);
    }
    expect(reads()).toBe(before + 1);
    expect(api.calls.length).toBe(20);
    expect(shown()).toEqual(["Ada"]);
  });

  test("and that never ends is waited for no longer than two requests may take", async () => {
    const { server, authFetch, finish, shown } = await openShop({ tabs: 2 });
    server.fault = failing("GET session", hanging);
    const response = await finish(authFetch(orders), 20_500);
    expect(response.status).toBe(401);
    expect(shown()).toEqual(["Ada", "Ada"]);
  });

  test("and that says that nobody is signed in hands the 401 over, and the page learns of it", async () => {
    const { api, server, authFetch, finish, shown } = await openShop();
    server.user = null;
    const response = await finish(authFetch(orders));
    expect(response).toBe(api.responses[0]);
    expect(shown()).toEqual(["nobody"]);
  });

  test("is made for a rendered session without a subscriber, too", async () => {
    const session = { user: ada, expires: new Date(Date.UTC(2026, 0, 2)).toISOString() };
    const { authFetch, finish, reads } = await openShop({ client: { session }, isWatched: false });
    expect(reads()).toBe(0);
    const response = await finish(authFetch(orders));
    expect(response.status).toBe(200);
    expect(reads()).toBe(1);
  });
});

describe("a request of one user", () => {
  const changes: [string, (shop: Shop) => Promise<unknown>][] = [
    [
      "another user signs in in this tab",
      ({ tab }) => tab.client.signIn("credentials", { ...stay, password: "Grace" }),
    ],
    [
      "another user signs in in another tab",
      ({ tabs }) =>
        (tabs[1] as OpenTab).client.signIn("credentials", { ...stay, password: "Grace" }),
    ],
    ["the user signs out in this tab", ({ tab }) => tab.client.signOut(stay)],
    ["the user signs out in another tab", ({ tabs }) => (tabs[1] as OpenTab).client.signOut(stay)],
  ];

  async function refuseDuring(change: (shop: Shop) => Promise<unknown>, latencyMs: number) {
    const shop = await openShop({ tabs: 2 });
    const { api, authFetch, finish } = shop;
    api.latenciesMs = [latencyMs, 20];
    const request = authFetch(orders);
    const changed = change(shop);
    const { status } = await finish(request, 8000);
    await finish(changed, 5000);
    return { status, senders: api.calls.map(({ user }) => user?.name) };
  }

  // The POST is sent 50 ms after the change has begun, and answered 50 ms later.
  test.each(changes)("is never sent as that of another one, when %s", async (_, change) => {
    for (const latencyMs of [1, 20, 49, 51, 60, 99, 101, 110]) {
      const { senders } = await refuseDuring(change, latencyMs);
      expect(new Set(senders)).toEqual(new Set(["Ada"]));
    }
  });

  test.each(changes)("is not sent once more after that: %s", async (_, change) => {
    for (const latencyMs of [160, 400, 2000]) {
      const { status, senders } = await refuseDuring(change, latencyMs);
      expect(status).toBe(401);
      expect(senders).toEqual(["Ada"]);
    }
  });

  test("is sent once more if the same user has signed in again", async () => {
    const { api, authFetch, finish, tab } = await openShop();
    api.latenciesMs = [3000, 20];
    const request = authFetch(orders);
    await finish(tab.client.signOut(stay), 2000);
    await finish(tab.client.signIn("credentials", { ...stay, password: "Ada" }), 2000);
    const response = await finish(request, 5000);
    expect(response.status).toBe(200);
    expect(api.calls.map(({ user }) => user?.name)).toEqual(["Ada", "Ada"]);
  });

  test.each(["this tab", "another tab"])(
    "is not sent once more while another one signs in in %s, although the session has changed",
    async (where) => {
      const { api, authFetch, finish, advance, tab, tabs } = await openShop({ tabs: 2 });
      api.acceptsAfterReads = Infinity;
      api.latenciesMs = [300, 20];
      const request = authFetch(orders);
      const read = tab.client.getSession();
      await advance(230);
      await read;
      // The server has a POST from 280 ms on, and this browser its answer at 330 ms.
      const { client } = where === "this tab" ? tab : (tabs[1] as OpenTab);
      const signIn = client.signIn("credentials", { ...stay, password: "Grace" });
      await finish(request, 3000);
      await finish(signIn);
      expect(api.calls.map(({ user }) => user?.name)).toEqual(["Ada"]);
    },
  );

  test.each([
    ["whatever it knows", false],
    ["also if it can't learn more", true],
  ])("is not sent as that of another one by a tab without a subscriber, %s", async (_, fails) => {
    const shop = await openShop({ tabs: 2, isWatched: false });
    const { api, authFetch, finish, advance, tab } = shop;
    await finish(tab.client.getSession());
    api.acceptsAfterReads = Infinity;
    api.latenciesMs = [8000, 20];
    const request = authFetch(orders);
    await finish(tab.client.update({ name: "Countess" }));
    await advance(2000);
    const other = (shop.tabs[1] as OpenTab).client;
    await finish(other.signIn("credentials", { ...stay, password: "Grace" }), 3000);
    if (fails) shop.server.fault = failing("GET session", answering(500));
    expect((await finish(request, 10_000)).status).toBe(401);
    expect(api.calls.length).toBe(1);
  });

  test("who was not signed in is not sent as that of a user", async () => {
    const { api, server, authFetch, finish } = await openShop({ user: undefined as never });
    const request = authFetch(orders);
    // Somebody signs in on a page without this client.
    server.user = ada;
    const response = await finish(request);
    expect(response.status).toBe(401);
    expect(api.calls.length).toBe(1);
  });

  test("that began before the first answer is sent once more", async () => {
    const browser = openBrowser({ user: ada });
    const api = createApiServer(browser.world.clock, browser.server);
    api.acceptsAfterReads = 1;
    const authFetch = createAuthFetch((browser.tabs[0] as OpenTab).client, { fetch: api.fetch });
    const response = await browser.finish(authFetch(orders));
    expect(response.status).toBe(200);
    expect(browser.server.count("GET session")).toBe(1);
  });

  test.each([
    ["before the 401", 10],
    ["after it", 100],
  ])("is sent once more after a read if the page's session streams in %s", async (_, streamMs) => {
    const browser = openBrowser({ user: ada, isWatched: false });
    const { clock } = browser.world;
    const { client, watch } = browser.tabs[0] as OpenTab;
    const api = createApiServer(clock, browser.server);
    api.acceptsAfterReads = 1;
    const expires = new Date(Date.UTC(2027, 0)).toISOString();
    const streamed = new Promise<Session>((resolve) => {
      clock.schedule(() => resolve({ user: ada, expires }), streamMs);
    });
    streamSession(client, streamed);
    watch();
    const response = await browser.finish(createAuthFetch(client, { fetch: api.fetch })(orders));
    expect(response.status).toBe(200);
    expect(browser.server.count("GET session")).toBe(1);
  });

  test.each([
    ["before the 401", 20],
    ["after it", 1],
  ])("is sent once more after a read if another tab answers a new one %s", async (_, latencyMs) => {
    for (const isWatched of [true, false]) {
      const browser = openBrowser({ user: ada });
      const api = createApiServer(browser.world.clock, browser.server);
      await browser.advance(3000);
      api.acceptsAfterReads = 2;
      api.latenciesMs = [latencyMs];
      const { client } = browser.open({ isWatched });
      const response = await browser.finish(createAuthFetch(client, { fetch: api.fetch })(orders));
      expect(response.status).toBe(200);
      expect(browser.server.count("GET session")).toBe(2);
    }
  });

  test("that began before the first answer is not sent once more after a sign-in", async () => {
    const browser = openBrowser({ user: ada });
    const { client } = browser.tabs[0] as OpenTab;
    const api = createApiServer(browser.world.clock, browser.server);
    api.acceptsAfterReads = Infinity;
    const authFetch = createAuthFetch(client, { fetch: api.fetch });
    api.latenciesMs = [1000];
    const request = authFetch(orders);
    await browser.finish(client.signIn("credentials", { ...stay, password: "Grace" }));
    await browser.finish(request, 3000);
    expect(api.calls.map(({ user }) => user?.name)).toEqual(["Ada"]);
  });
});

describe("a body", () => {
  const stream = (): ReadableStream =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("tea"));
        controller.close();
      },
    });

  test("of a Request is sent once more, and the Request counts as used", async () => {
    const { api, authFetch, finish } = await openShop();
    const request = new Request(orders, { method: "POST", body: "tea" });
    const response = await finish(authFetch(request));
    expect(response.status).toBe(200);
    expect(api.calls.map(({ body }) => body)).toEqual(["tea", "tea"]);
    expect(request.bodyUsed).toBe(true);
  });

  test.each([
    ["a form", () => new URLSearchParams({ drink: "tea" })],
    ["bytes", () => new TextEncoder().encode("drink=tea")],
    ["a blob", () => new Blob(["drink=tea"])],
  ])("that is %s is sent once more", async (_, createBody) => {
    const { api, authFetch, finish } = await openShop();
    await finish(authFetch(orders, { method: "POST", body: createBody() }));
    expect(api.calls.map(({ body }) => body)).toEqual(["drink=tea", "drink=tea"]);
  });

  test("that is a stream is not sent once more, but the session is read", async () => {
    const { api, authFetch, finish, reads } = await openShop();
    const before = reads();
    const init = { method: "POST", body: stream(), duplex: "half" } as RequestInit;
    const response = await finish(authFetch(orders, init));
    expect(response).toBe(api.responses[0]);
    expect(api.calls.map(({ body }) => body)).toEqual(["tea"]);
    expect(reads()).toBe(before + 1);
  });

  test("of a Request that was read before makes fetch reject, as always", async () => {
    const { authFetch, finish } = await openShop();
    const request = new Request(orders, { method: "POST", body: "tea" });
    await request.text();
    await expect(finish(authFetch(request))).rejects.toThrow(TypeError);
  });

  test("of a 401 that nobody will see is given up", async () => {
    const { api, authFetch, finish } = await openShop();
    await finish(authFetch(orders));
    expect(api.responses[0]?.bodyUsed).toBe(true);
  });
});

describe("an abort", () => {
  test.each([
    ["of its init", (fetch: Fetch, signal: AbortSignal) => fetch(orders, { signal })],
    ["of a Request", (fetch: Fetch, signal: AbortSignal) => fetch(new Request(orders, { signal }))],
  ])("by the signal %s ends the wait for the read, and no other try follows", async (_, send) => {
    const { api, authFetch, finish, advance, server } = await openShop();
    server.latencyMs = 2000;
    const controller = new AbortController();
    const request = send(authFetch, controller.signal);
    request.catch(() => {});
    await advance(500);
    const reason = new Error("the user has left the page");
    controller.abort(reason);
    await expect(finish(request, 10)).rejects.toBe(reason);
    await advance(5000);
    expect(api.calls.length).toBe(1);
  });

  test("before the 401 is that of fetch", async () => {
    const { authFetch, advance, reads } = await openShop();
    const before = reads();
    const controller = new AbortController();
    const request = authFetch(orders, { signal: controller.signal });
    request.catch(() => {});
    await advance(5);
    controller.abort();
    await expect(request).rejects.toMatchObject({ name: "AbortError" });
    expect(reads()).toBe(before);
  });

  test("by a signal that init has replaced by none has no effect", async () => {
    const { authFetch, finish, advance, server } = await openShop();
    server.latencyMs = 500;
    const controller = new AbortController();
    const request = authFetch(new Request(orders, { signal: controller.signal }), { signal: null });
    await advance(200);
    controller.abort();
    expect((await finish(request)).status).toBe(200);
  });
});

test("something that is no store is refused at once", () => {
  expect(() => createAuthFetch({} as never)).toThrow(TypeError);
});
