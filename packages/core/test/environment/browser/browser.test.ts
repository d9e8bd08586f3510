import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createBrowserEnvironment } from "../../../src/environment/browser/browser-environment.ts";
import { isArrival, navigate, pageUrl } from "../../../src/environment/browser/navigate.ts";
import { isServer } from "../../../src/environment/is-server.ts";
import { isPrerendering, onActivate } from "../../../src/environment/browser/prerendering.ts";
import { isOnline, onOnline } from "../../../src/environment/browser/connectivity.ts";
import { onPageLifecycle } from "../../../src/environment/browser/page-lifecycle.ts";
import { accessStorage } from "../../../src/environment/browser/storage.ts";
import { onRequest } from "../../../src/environment/browser/requests.ts";
import { openStorageChannel } from "../../../src/environment/browser/storage-channel.ts";
import { openTabChannel } from "../../../src/environment/browser/tab-channel.ts";
import { tryLock } from "../../../src/environment/browser/tab-lock.ts";
import { onVisible } from "../../../src/environment/browser/visibility.ts";

let page: EventTarget;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal("window", page);
  // An arrow function is no constructor.
  vi.stubGlobal("StorageEvent", function make(type: string, fields: object) {
    return Object.assign(new Event(type), fields);
  });
});
afterEach(() => vi.unstubAllGlobals());

function fire(type: string, fields: object = {}): void {
  page.dispatchEvent(Object.assign(new Event(type), fields));
}

function stubStorage(): Map<string, string> {
  const items = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    setItem: (name: string, value: string) => items.set(name, value),
    getItem: (name: string) => items.get(name) ?? null,
  });
  return items;
}

function refuseStorage(): void {
  const refuse = (): never => {
    throw new Error("SecurityError");
  };
  vi.stubGlobal("localStorage", { setItem: refuse, getItem: refuse });
}

describe("storage", () => {
  test("reads, and replaces if there is something new", () => {
    stubStorage();
    expect(accessStorage("a")).toBeNull();
    expect(accessStorage("a", "1")).toBe("1");
    expect(accessStorage("a")).toBe("1");
  });

  test("that is refused, or missing, gives undefined", () => {
    expect(accessStorage("a", "1")).toBeUndefined();
    refuseStorage();
    expect(accessStorage("a")).toBeUndefined();
  });
});

describe("a tab channel", () => {
  test("without BroadcastChannel goes by storage, and must not carry data", () => {
    vi.stubGlobal("BroadcastChannel", undefined);
    const items = stubStorage();
    const received: unknown[] = [];
    const channel = openTabChannel("peers", (message) => received.push(message));
    expect(channel.carriesData).toBe(false);
    channel.post({ a: 1 });
    expect(items.get("peers")).toBe('{"a":1}');
    fire("storage", { key: "peers", newValue: '{"a":2}' });
    fire("storage", { key: "other", newValue: '{"a":3}' });
    fire("storage", { key: "peers", newValue: "no JSON" });
    fire("storage", { key: "peers", newValue: null });
    fire("storage", { key: null, newValue: null });
    expect(received).toEqual([{ a: 2 }, undefined, undefined]);
    channel.close();
    fire("storage", { key: "peers", newValue: "{}" });
    expect(received).toHaveLength(3);
  });

  test("by storage reaches others in its own page as well, and not itself", () => {
    stubStorage();
    const received: [number, unknown][] = [];
    const channels = [1, 2].map((index) =>
      openStorageChannel("peers", (message) => received.push([index, message])),
    );
    channels[0]!.post({ a: 1 });
    expect(received).toEqual([[2, { a: 1 }]]);
    channels[1]!.post({ a: 2 });
    expect(received.slice(1)).toEqual([[1, { a: 2 }]]);
  });

  test("without BroadcastChannel and storage reaches nobody, and does not throw", () => {
    vi.stubGlobal("BroadcastChannel", undefined);
    refuseStorage();
    expect(() => openTabChannel("peers", () => {}).post({})).not.toThrow();
  });

  test("with BroadcastChannel carries data, and is closed with it", () => {
    const opened: FakeChannel[] = [];
    class FakeChannel {
      onmessage: ((event: { data: unknown }) => void) | undefined;
      readonly postMessage = vi.fn<(message: unknown) => void>();
      readonly close = vi.fn<() => void>();
      readonly name: string;
      constructor(name: string) {
        this.name = name;
        opened.push(this);
      }
    }
    vi.stubGlobal("BroadcastChannel", FakeChannel);
    const onMessage = vi.fn<(message: unknown) => void>();
    const channel = openTabChannel("peers", onMessage);
    channel.post({ a: 1 });
    opened[0]!.onmessage?.({ data: { a: 2 } });
    channel.close();
    expect(channel.carriesData).toBe(true);
    expect(opened[0]).toMatchObject({ name: "peers" });
    expect(opened[0]!.postMessage).toHaveBeenCalledWith({ a: 1 });
    expect(onMessage).toHaveBeenCalledExactlyOnceWith({ a: 2 });
    expect(opened[0]!.close).toHaveBeenCalledOnce();
  });
});

test("a tab channel carries the session of a reactive store, which is a proxy", async () => {
  const received = vi.fn<(message: unknown) => void>();
  const [sender, receiver] = [openTabChannel("peers", () => {}), openTabChannel("peers", received)];
  sender.post({ session: new Proxy({ user: new Proxy({ name: "Ada" }, {}) }, {}) });
  await vi.waitFor(() => expect(received).toHaveBeenCalled());
  expect(received).toHaveBeenCalledExactlyOnceWith({ session: { user: { name: "Ada" } } });
  sender.close();
  receiver.close();
});

describe("a lock", () => {
  test("rejects where there are no Web Locks, and does not throw", async () => {
    vi.stubGlobal("navigator", {});
    await expect(tryLock("a")).rejects.toThrow(TypeError);
  });

  test("is asked for without waiting, and held until it is released", async () => {
    const onReleased = vi.fn<() => void>();
    type Request = (
      name: string,
      options: object,
      hold: (lock: object) => unknown,
    ) => Promise<void>;
    const request = vi.fn<Request>(async (name, _, hold) => {
      await hold({ name });
      onReleased();
    });
    vi.stubGlobal("navigator", { locks: { request } });
    const release = await tryLock("a");
    expect(request.mock.calls[0]!.slice(0, 2)).toEqual(["a", { ifAvailable: true }]);
    await Promise.resolve();
    expect(onReleased).not.toHaveBeenCalled();
    release!();
    await vi.waitFor(() => expect(onReleased).toHaveBeenCalledOnce());
  });

  test("rejects where Web Locks are refused", async () => {
    const request = (): Promise<never> => Promise.reject(new Error("SecurityError"));
    vi.stubGlobal("navigator", { locks: { request } });
    await expect(tryLock("a")).rejects.toThrow("SecurityError");
  });

  test("that is not free gives null", async () => {
    const request = (_: string, __: object, hold: (lock: null) => unknown): Promise<unknown> =>
      Promise.resolve(hold(null));
    vi.stubGlobal("navigator", { locks: { request } });
    expect(await tryLock("a")).toBeNull();
  });
});

test.each([
  ["/b", false],
  ["https://app.example/a?q#new", true],
  ["https://app.example/a?q", false],
  ["https://app.example/a?q2#new", false],
  ["https://app.example/a#new", false],
])("going to %s from the same page reloads: %s", (url, reloads) => {
  const reload = vi.fn<() => void>();
  const location = { href: "https://app.example/a?q#old", reload };
  vi.stubGlobal("location", location);
  expect(pageUrl()).toBe("https://app.example/a?q#old");
  navigate(url);
  expect(location.href).toBe(url);
  expect(reload).toHaveBeenCalledTimes(reloads ? 1 : 0);
});

test("a page is restored only if it was persisted, and always hidden", () => {
  const [onHide, onRestore] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const stop = onPageLifecycle(onHide, onRestore);
  fire("pageshow", { persisted: false });
  expect(onRestore).not.toHaveBeenCalled();
  fire("pagehide", { persisted: false });
  fire("pageshow", { persisted: true });
  expect(onHide).toHaveBeenCalledOnce();
  expect(onRestore).toHaveBeenCalledOnce();
  stop();
  fire("pagehide");
  fire("pageshow", { persisted: true });
  expect(onHide).toHaveBeenCalledOnce();
  expect(onRestore).toHaveBeenCalledOnce();
});

test("visible and online are told of until the listener is removed", () => {
  const document = Object.assign(new EventTarget(), { hidden: true });
  vi.stubGlobal("document", document);
  const [visible, online] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const stops = [onVisible(visible), onOnline(online)];
  document.dispatchEvent(new Event("visibilitychange"));
  expect(visible).not.toHaveBeenCalled();
  document.hidden = false;
  document.dispatchEvent(new Event("visibilitychange"));
  fire("online");
  for (const stop of stops) stop();
  document.dispatchEvent(new Event("visibilitychange"));
  fire("online");
  expect(visible).toHaveBeenCalledOnce();
  expect(online).toHaveBeenCalledOnce();
});

test.each<[boolean, string, number, string]>([
  [true, "a redirect", 1, ""],
  [true, "another origin", 0, "https://mail.example/inbox"],
  [false, "a link on the page's own origin", 0, "https://app.example/b"],
  [false, "the address bar", 0, ""],
])("%s: the user was sent to the page by %s", (expected, _, redirectCount, referrer) => {
  vi.stubGlobal("performance", { getEntriesByType: () => [{ redirectCount }] });
  vi.stubGlobal("document", { referrer });
  vi.stubGlobal("location", { origin: "https://app.example" });
  expect(isArrival()).toBe(expected);
});

test("a browser that keeps no entry of the navigation says nothing of it", () => {
  vi.stubGlobal("performance", { getEntriesByType: () => [] });
  vi.stubGlobal("document", { referrer: "" });
  expect(isArrival()).toBe(false);
});

test.each([
  ["no list of entries, as jsdom", {}, ""],
  ["a referrer that is no address", { getEntriesByType: () => [] }, "about"],
])("a browser that has %s says nothing of it, and nothing throws", (_, performance, referrer) => {
  vi.stubGlobal("performance", performance);
  vi.stubGlobal("document", { referrer });
  vi.stubGlobal("location", { origin: "https://app.example" });
  expect(isArrival()).toBe(false);
});

test.each([
  [undefined, true],
  [true, true],
  [false, false],
])("a device that says %s of its connection may have one: %s", (onLine, expected) => {
  vi.stubGlobal("navigator", { onLine });
  expect(isOnline()).toBe(expected);
});

test("a page is prerendered where the browser says so, and is told when it is shown", () => {
  const document = Object.assign(new EventTarget(), { prerendering: true });
  vi.stubGlobal("document", document);
  expect(isPrerendering()).toBe(true);
  let times = 0;
  const stop = onActivate(() => void (times += 1));
  document.dispatchEvent(new Event("prerenderingchange"));
  stop();
  document.dispatchEvent(new Event("prerenderingchange"));
  expect(times).toBe(1);
  vi.stubGlobal("document", new EventTarget());
  expect(isPrerendering()).toBe(false);
});

test.each([
  [false, { window: {}, document: {} }],
  // Deno 1 and React Native.
  [true, { window: {}, document: undefined }],
  [true, { window: undefined, document: undefined }],
])("it is a server: %s, where the globals are %j", (expected, globals) => {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  expect(isServer()).toBe(expected);
});

describe("requests", () => {
  test("are told with their address and age, until nobody listens", () => {
    let report = (_entries: object[]): void => {};
    const disconnect = vi.fn<() => void>();
    vi.stubGlobal(
      "PerformanceObserver",
      class {
        disconnect = disconnect;
        constructor(listener: (list: object) => void) {
          report = (entries) => listener({ getEntries: () => entries });
        }
        observe(options: object): void {
          expect(options).toEqual({ type: "resource" });
        }
      },
    );
    vi.spyOn(performance, "now").mockReturnValue(500);
    const told: unknown[] = [];
    const stop = onRequest((...what) => told.push(what));
    report([{ name: "https://app.example/a", startTime: 200 }]);
    expect(told).toEqual([["https://app.example/a", 300]]);
    stop();
    expect(disconnect).toHaveBeenCalledOnce();
  });

  test("are not told of where the browser keeps no record", () => {
    vi.stubGlobal("PerformanceObserver", undefined);
    expect(() => onRequest(() => {})()).not.toThrow();
  });
});

test("a clock that a test has half replaced still runs, and long delays fit into a timer", () => {
  vi.stubGlobal("performance", {});
  const delays: unknown[] = [];
  vi.stubGlobal("setTimeout", (_: unknown, delayMs: number) => delays.push(delayMs));
  const { now, schedule } = createBrowserEnvironment();
  expect(now()).toBeGreaterThan(0);
  schedule(() => {}, Infinity);
  schedule(() => {}, 5);
  expect(delays).toEqual([2 ** 31 - 1, 5]);
});
