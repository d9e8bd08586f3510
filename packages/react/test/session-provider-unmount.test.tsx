import { render } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { SessionProvider } from "../src/index.ts";
import { openAuthServer } from "./support/auth-server.ts";
import { channelCount, LINGER_MS, pass, stopTime, Who } from "./support/page.tsx";
import { ada } from "./support/people.ts";

const strict = { reactStrictMode: true };
const listeners = new Set<string>();

/** Everything that a page can have left running. */
function census(): { listeners: string[]; timers: number; channels: number } {
  return {
    listeners: [...listeners].toSorted(),
    timers: vi.getTimerCount(),
    channels: channelCount(),
  };
}

function watchListeners(target: EventTarget): void {
  const { addEventListener, removeEventListener } = target;
  const numbers = new Map<unknown, number>();
  const nameOf = (type: string, listener: unknown): string => {
    if (!numbers.has(listener)) numbers.set(listener, numbers.size);
    return `${type} ${numbers.get(listener)}`;
  };
  vi.spyOn(target, "addEventListener").mockImplementation(function add(
    this: EventTarget,
    type,
    listener,
    options,
  ) {
    listeners.add(nameOf(type, listener));
    addEventListener.call(this, type, listener, options);
  });
  vi.spyOn(target, "removeEventListener").mockImplementation(function remove(
    this: EventTarget,
    type,
    listener,
    options,
  ) {
    listeners.delete(nameOf(type, listener));
    removeEventListener.call(this, type, listener, options);
  });
}

const page = (
  <SessionProvider refetchInterval={60}>
    <Who />
  </SessionProvider>
);

beforeEach(() => {
  stopTime();
  // React itself leaves a listener on the document.
  render(<p />).unmount();
  listeners.clear();
  watchListeners(window);
  watchListeners(document);
});

test("leaves nothing behind when it is unmounted", async () => {
  openAuthServer({ user: ada });
  const before = census();
  const { unmount } = render(page, strict);
  await pass(5000);
  const during = census();
  expect(during.listeners.map((it) => it.split(" ")[0])).toEqual(
    expect.arrayContaining(["online", "pagehide", "pageshow", "visibilitychange"]),
  );
  expect(during.timers).toBeGreaterThan(0);
  expect(during.channels).toBeGreaterThan(0);

  unmount();
  await pass(LINGER_MS);
  expect(census()).toEqual(before);
});

test("leaves nothing behind when it is unmounted during its first read", async () => {
  const server = openAuthServer();
  server.fault = () => new Promise(() => {});
  const before = census();
  const { unmount } = render(page, strict);
  await pass(100);
  expect(server.requests).toHaveLength(1);

  unmount();
  await pass(LINGER_MS);
  expect(server.requests[0]?.signal.aborted).toBe(true);
  // The lock is held for some milliseconds more.
  await pass(100);
  expect(census()).toEqual(before);
});

test("asks nothing any more when the last reader has gone, though it is mounted itself", async () => {
  const server = openAuthServer({ user: ada });
  const before = census();
  const { rerender } = render(page, strict);
  await pass(100);
  rerender(<SessionProvider refetchInterval={60}>nobody</SessionProvider>);
  await pass(LINGER_MS);
  expect(census()).toEqual(before);
  await pass(10 * 60_000);
  expect(server.requests).toHaveLength(1);
});

test("has as many listeners, timers and channels after 1,000 mounts as after one", async () => {
  openAuthServer({ user: ada });
  const before = census();
  const nthMount = (nth: number): React.JSX.Element => (
    <SessionProvider refetchInterval={60}>
      <Who key={nth} />
    </SessionProvider>
  );
  const { rerender, unmount } = render(nthMount(1), strict);
  await pass(100);
  const after1 = census();
  for (let nth = 2; nth <= 1000; nth += 1) rerender(nthMount(nth));
  expect(census()).toEqual(after1);

  unmount();
  await pass(LINGER_MS);
  expect(census()).toEqual(before);
});

test("has the same listeners and channels with 1,000 readers as with one", async () => {
  openAuthServer({ user: ada });
  const { rerender } = render(page, strict);
  await pass(100);
  const withOne = census();
  const readers = Array.from({ length: 1000 }, (_, index) => <Who key={index} />);
  rerender(<SessionProvider refetchInterval={60}>{readers}</SessionProvider>);
  expect(census()).toEqual(withOne);
});

test("keeps running, and asks nothing again, when it is mounted anew within the linger", async () => {
  const server = openAuthServer({ user: ada });
  const tree = (isShown: boolean): React.JSX.Element => (
    <SessionProvider>{isShown && <Who />}</SessionProvider>
  );
  const { rerender, getByText } = render(tree(true), strict);
  await pass(100);
  rerender(tree(false));
  await pass(LINGER_MS - 1);
  const during = census();
  rerender(tree(true));
  await pass(LINGER_MS);
  getByText("authenticated Ada");
  expect(census().listeners).toEqual(during.listeners);
  expect(server.requests).toHaveLength(1);
});
