import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { signInFromFrame } from "../../src/features/embedded.ts";
import { lastProvider, rememberProvider } from "../../src/features/last-provider.ts";
import { createSessionClient, signIn } from "../../src/index.ts";
import { ada, grace, type Person } from "../support/auth-server.ts";
import { openBrowser, type OpenTab } from "../support/browser.ts";
import { stubFramedPage } from "../support/framed-page.ts";

const key = "sojourn:/api/auth:last-provider";
const hour = 3_600_000;
const stay = { redirect: false } as const;

function createStorage(first?: string) {
  const texts = new Map(first === undefined ? [] : [[key, first]]);
  return {
    texts,
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
    removeItem: (name: string) => void texts.delete(name),
  };
}

/** A browser whose first tab remembers; each further tab is a page after it, with the same storage. */
async function openPage({ user, first }: { user?: Person; first?: string } = {}) {
  const storage = createStorage(first);
  const browser = openBrowser({ ...(user && { user }), isWatched: false });
  const remember = (page: OpenTab) => rememberProvider(page.client, { storage });
  const page = browser.tabs[0]!;
  const stop = remember(page);
  const last = lastProvider(page.client, { storage });
  await browser.advance(100);
  const load = async (isArrival = true) => {
    const loaded = browser.open({ isArrival });
    remember(loaded);
    await browser.advance(1000);
    return loaded;
  };
  return { ...browser, client: page.client, storage, last, stop, load };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 0) }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("nothing is known at first, and no request is made", async () => {
  const { last, server } = await openPage();
  expect(last.getSnapshot()).toBeNull();
  expect(server.requests).toEqual([]);
});

test("keeps the provider of a sign-in that stays on the page, and not the person", async () => {
  const { client, last, finish, storage } = await openPage();
  await finish(client.signIn("credentials", { ...stay, username: "ada", password: "Ada" }));
  expect(last.getSnapshot()).toBe("credentials");
  expect([...storage.texts]).toEqual([[key, '{"id":"credentials"}']]);
});

test("also notices the function signIn, which adapters call", async () => {
  const { client, last, finish } = await openPage();
  await finish(signIn(client, "credentials", { ...stay, password: "Ada" }));
  expect(last.getSnapshot()).toBe("credentials");
});

test("keeps it after a sign-out", async () => {
  const { client, last, finish } = await openPage();
  await finish(client.signIn("credentials", { ...stay, password: "Ada" }));
  await finish(client.signOut(stay));
  expect(last.getSnapshot()).toBe("credentials");
});

test("keeps nothing of a sign-in that is refused", async () => {
  const { client, last, storage, finish } = await openPage();
  await finish(client.signIn("credentials", { ...stay, password: "wrong" }));
  expect(last.getSnapshot()).toBeNull();
  expect(storage.texts.size).toBe(0);
});

test("keeps nothing of a sign-in that cannot reach the server", async () => {
  const { client, storage, finish, server } = await openPage();
  server.fault = () => Promise.reject(new TypeError("Failed to fetch"));
  await expect(finish(client.signIn("github"))).rejects.toThrow("network");
  expect(storage.texts.size).toBe(0);
});

test("a refused sign-in leaves the one of before", async () => {
  const { client, last, finish } = await openPage({ first: '{"id":"github"}' });
  await finish(client.signIn("credentials", { ...stay, password: "wrong" }));
  expect(last.getSnapshot()).toBe("github");
});

test("a provider's page counts once the user is back and signed in", async () => {
  const { client, last, finish, server, load } = await openPage();
  await finish(client.signIn("github"));
  expect(last.getSnapshot()).toBeNull();
  server.user = ada;
  await load();
  expect(last.getSnapshot()).toBe("github");
});

test("a provider's page does not count if the user comes back signed out", async () => {
  const { client, last, finish, server, load } = await openPage();
  await finish(client.signIn("github"));
  const { client: back } = await load();
  expect(last.getSnapshot()).toBeNull();
  // They take another way then.
  await finish(back.signIn("credentials", { ...stay, password: "Ada" }));
  server.user = ada;
  await load();
  expect(last.getSnapshot()).toBe("credentials");
});

test("a provider that was cancelled explains no sign-in on the server's own page after it", async () => {
  const { client, last, finish, server, load, storage } = await openPage();
  await finish(client.signIn("github"));
  await load();
  expect(storage.texts.size).toBe(0);
  server.user = ada;
  await load();
  expect(last.getSnapshot()).toBeNull();
});

test("a refused sign-in of one tab leaves what another tab has begun after it", async () => {
  const { client, last, finish, server, load, open, storage, advance } = await openPage();
  const other = open();
  rememberProvider(other.client, { storage });
  server.latencyMs = 100;
  const refused = other.client.signIn("credentials", { ...stay, password: "wrong" });
  await advance(50);
  await finish(Promise.all([refused, client.signIn("github")]));
  // They are at the provider for a while.
  await advance(1000);
  server.user = ada;
  await load();
  expect(last.getSnapshot()).toBe("github");
});

test("a sign-in from a frame does not tell its provider, so the last one stays", async () => {
  stubFramedPage();
  const { open, last, finish, server, storage } = await openPage({ first: '{"id":"github"}' });
  let address = "";
  const popup = {
    go: () => (address = "https://app.example/api/auth/providers"),
    url: () => address,
    isClosed: () => false,
    close() {},
  };
  const { client } = open({ popup: () => popup });
  rememberProvider(client, { storage });
  server.user = ada;
  await finish(signInFromFrame(client, { timeoutMs: 100 }), 1000);
  expect([...storage.texts]).toEqual([[key, '{"id":"github"}']]);
  expect(last.getSnapshot()).toBe("github");
});

test("a link from an email counts in the tab that it opens", async () => {
  const { client, last, finish, server, load } = await openPage();
  await finish(client.signIn("email", { email: "ada@example.org" }));
  await load(false);
  server.user = ada;
  await load();
  expect(last.getSnapshot()).toBe("email");
});

test("the page after a redirect reads the session once, and later pages do not", async () => {
  const { client, finish, server, load, open, storage, advance } = await openPage();
  await finish(client.signIn("github"));
  server.user = ada;
  const unwatched = open({ isWatched: false });
  rememberProvider(unwatched.client, { storage });
  await advance(10_000);
  unwatched.tab.hide();
  unwatched.tab.show();
  await advance(10_000);
  expect(server.count("GET session")).toBe(1);
  rememberProvider(open({ isWatched: false }).client, { storage });
  await advance(5000);
  expect(server.count("GET session")).toBe(1);
  await load();
});

test("somebody who was signed in all along has not used the provider that they left", async () => {
  const { client, last, finish, load, tabs, advance } = await openPage({ user: ada });
  tabs[0]!.watch();
  await advance(1000);
  await finish(client.signIn("github"));
  await load();
  expect(last.getSnapshot()).toBeNull();
});

test("a change of user on the page counts", async () => {
  const { client, last, finish, tabs, advance } = await openPage({ user: ada });
  tabs[0]!.watch();
  await advance(1000);
  await finish(client.signIn("credentials", { ...stay, password: "Grace" }));
  expect(tabs[0]!.shows()).toBe(grace.name);
  expect(last.getSnapshot()).toBe("credentials");
});

test.each([null, ada])("a popup counts when it has come back to %j", async (before) => {
  const { server, open, finish, advance, storage } = await openPage(before ? { user: before } : {});
  let address: string | undefined = "about:blank";
  const popup = {
    go: () => (address = undefined),
    url: () => address,
    isClosed: () => false,
    close() {},
  };
  const { client, watch } = open({ popup: () => popup });
  watch();
  await advance(1000);
  rememberProvider(client, { storage });
  const last = lastProvider(client, { storage });
  const begun = client.signIn("github", { popup: true });
  await advance(1000);
  expect(last.getSnapshot()).toBeNull();
  server.user = ada;
  address = "https://app.example/api/auth/providers";
  await finish(begun);
  expect(last.getSnapshot()).toBe("github");
});

test("a popup that the user closes does not count", async () => {
  const { open, finish, storage } = await openPage();
  const popup = { go() {}, url: () => undefined, isClosed: () => true, close() {} };
  const { client } = open({ popup: () => popup });
  rememberProvider(client, { storage });
  await expect(finish(client.signIn("github", { popup: true }))).rejects.toThrow("popup");
  expect(storage.texts.size).toBe(0);
});

test("a sign-in that is an hour old does not explain a session", async () => {
  const { client, last, finish, server, load } = await openPage();
  await finish(client.signIn("github"));
  server.user = ada;
  vi.setSystemTime(Date.now() + hour);
  await load();
  expect(last.getSnapshot()).toBeNull();
});

test("a clock that was set back ends a sign-in that is under way", async () => {
  const { client, last, finish, server, load } = await openPage();
  await finish(client.signIn("github"));
  server.user = ada;
  vi.setSystemTime(Date.now() - 1);
  await load();
  expect(last.getSnapshot()).toBeNull();
});

test("a second sign-in replaces one that is under way, and nothing is guessed after it", async () => {
  const { client, last, finish, server, load } = await openPage();
  const leaving = client.signIn("github");
  const refused = client.signIn("credentials", { ...stay, password: "wrong" });
  await finish(Promise.all([leaving, refused]));
  server.user = ada;
  await load();
  expect(last.getSnapshot()).toBeNull();
});

test("a sign-in on the page counts, though it knows nothing yet of the one of before", async () => {
  const { client, last, finish, server, open, storage, advance } = await openPage();
  await finish(client.signIn("github"));
  server.fault = ({ endpoint }) =>
    endpoint === "session" ? new Promise<Response>(() => {}) : undefined;
  const back = open();
  rememberProvider(back.client, { storage });
  await advance(1000);
  expect(back.shows()).toBe("loading");
  const signedIn = back.client.signIn("credentials", { ...stay, password: "Ada" });
  server.fault = undefined;
  await finish(signedIn);
  expect(last.getSnapshot()).toBe("credentials");
});

test("a first read that fails is not the end: the next one decides", async () => {
  const { client, last, finish, server, load, advance } = await openPage();
  await finish(client.signIn("github"));
  server.user = ada;
  server.fault = () => new Response("", { status: 503 });
  await load();
  expect(last.getSnapshot()).toBeNull();
  server.fault = undefined;
  await advance(60_000);
  expect(last.getSnapshot()).toBe("github");
});

test("tells its listeners, until they leave", async () => {
  const { client, last, finish } = await openPage();
  const listener = vi.fn<() => void>();
  const leave = last.subscribe(listener);
  await finish(client.signIn("credentials", { ...stay, password: "Ada" }));
  expect(listener).toHaveBeenCalled();
  leave();
  listener.mockClear();
  last.forget();
  expect(listener).not.toHaveBeenCalled();
});

test("a double click is one sign-in", async () => {
  const { client, last, finish } = await openPage();
  const click = () => client.signIn("credentials", { ...stay, password: "Ada" });
  await finish(Promise.all([click(), click()]));
  expect(last.getSnapshot()).toBe("credentials");
});

test("forgets all", async () => {
  const { client, last, finish, storage } = await openPage({ first: '{"id":"github"}' });
  await finish(client.signIn("email", { email: "ada@example.org" }));
  last.forget();
  expect(last.getSnapshot()).toBeNull();
  expect(storage.texts.size).toBe(0);
});

test("notices nothing after its end, even while another one goes on", async () => {
  const { client, last, finish, stop, storage } = await openPage();
  const stopSecond = rememberProvider(client, { storage });
  stop();
  stopSecond();
  await finish(client.signIn("credentials", { ...stay, password: "Ada" }));
  expect(last.getSnapshot()).toBeNull();
  const stopThird = rememberProvider(client, { storage });
  await finish(client.signOut(stay));
  await finish(client.signIn("credentials", { ...stay, password: "Ada" }));
  expect(last.getSnapshot()).toBe("credentials");
  stopThird();
});

test.each(["", "null", "{", "7", '"github"', "[]", '{"id":7}', '{"id":""}', '{"id":null}'])(
  "ignores %j in the storage",
  async (first) => {
    const { last } = await openPage({ first });
    expect(last.getSnapshot()).toBeNull();
  },
);

test("ignores an id that is too long for one", async () => {
  const { last } = await openPage({ first: JSON.stringify({ id: "x".repeat(257) }) });
  expect(last.getSnapshot()).toBeNull();
});

test("a storage that is full or denied prevents no sign-in", async () => {
  const { tabs, finish } = openBrowser();
  const refuse = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
  const { client } = tabs[0]!;
  rememberProvider(client, { storage });
  const last = lastProvider(client, { storage });
  const answer = await finish(client.signIn("credentials", { ...stay, password: "Ada" }));
  expect(answer?.ok).toBe(true);
  expect(last.getSnapshot()).toBeNull();
  expect(() => last.forget()).not.toThrow();
});

test("a browser that denies localStorage keeps nothing", () => {
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("document", {});
  const client = createSessionClient();
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new DOMException("denied", "SecurityError");
    },
  });
  try {
    expect(() => rememberProvider(client)()).not.toThrow();
    expect(lastProvider(client).getSnapshot()).toBeNull();
  } finally {
    Reflect.deleteProperty(globalThis, "localStorage");
  }
});

test("a server reads no localStorage, though it may have one", () => {
  const storage = createStorage('{"id":"github"}');
  vi.stubGlobal("localStorage", storage);
  const client = createSessionClient();
  const last = lastProvider(client);
  expect(rememberProvider(client)).not.toThrow();
  expect([last.getSnapshot(), last.getServerSnapshot()]).toEqual([null, null]);
  expect(last.subscribe(() => {})).not.toThrow();
});

test("a page hydrates with nothing, whatever is kept", async () => {
  const { last } = await openPage({ first: '{"id":"github"}' });
  expect(last.getServerSnapshot()).toBeNull();
  expect(last.getSnapshot()).toBe("github");
});

test("two auth servers on one page are kept apart", async () => {
  const { last, storage, tabs, finish } = await openPage();
  const other = createSessionClient({
    basePath: "/other",
    environment: tabs[0]!.tab.environment,
  });
  await finish(tabs[0]!.client.signIn("credentials", { ...stay, password: "Ada" }));
  expect(last.getSnapshot()).toBe("credentials");
  expect(lastProvider(other, { storage }).getSnapshot()).toBeNull();
});

test("takes nothing but a session store", () => {
  const noStore = {} as ReturnType<typeof createSessionClient>;
  expect(() => rememberProvider(noStore)).toThrow(TypeError);
  expect(() => lastProvider(noStore)).toThrow(TypeError);
});
