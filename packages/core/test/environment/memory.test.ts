import { expect, test, vi } from "vitest";
import { createManualClock, createMemoryWorld } from "../../src/environment/memory.ts";

test("the clock runs what falls due in order of time, then of scheduling", async () => {
  const clock = createManualClock(1000);
  const ran: string[] = [];
  const add = (name: string, ms: number) =>
    clock.schedule(() => ran.push(`${name}@${clock.wall()}`), ms);
  add("c", 30);
  add("a", 10);
  add("b", 10);
  add("never", 100);
  clock.schedule(() => add("nested", 5), 10);
  add("cancelled", 20)();
  await clock.advance(50);
  expect(ran).toEqual(["a@1010", "b@1010", "nested@1015", "c@1030"]);
  expect(clock.wall()).toBe(1050);
  expect(clock.pendingTimers()).toBe(1);
});

test("a step sets the wall clock, and no time passes", async () => {
  const clock = createManualClock(1000);
  const task = vi.fn<() => void>();
  clock.schedule(task, 10);
  clock.step(-500);
  await clock.advance(0);
  expect(clock.wall()).toBe(500);
  expect(clock.monotonic()).toBe(0);
  expect(task).not.toHaveBeenCalled();
});

test.for([
  ["in a browser", ["setImmediate"]],
  ["in a browser of Jest", ["setImmediate", "MessageChannel"]],
] as const)("the clock waits for promises %s, too", async ([, missing]) => {
  for (const name of missing) vi.stubGlobal(name, undefined);
  const clock = createManualClock(1000);
  const ran: string[] = [];
  clock.schedule(async () => {
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
    ran.push(`promise@${clock.wall()}`);
  }, 10);
  clock.schedule(() => ran.push(`timer@${clock.wall()}`), 20);
  await clock.advance(30);
  vi.unstubAllGlobals();
  expect(ran).toEqual(["promise@1010", "timer@1020"]);
});

function openTabs(options = {}) {
  const world = createMemoryWorld(options);
  const tabs = [world.openTab(), world.openTab(), world.openTab()] as const;
  const received: unknown[][] = [[], [], []];
  const channels = tabs.map(({ environment }, index) =>
    environment.openTabChannel("a", (message) => received[index]!.push(message)),
  );
  return { world, tabs, received, channels };
}

test("a message reaches the other tabs of that name, as a copy, after its delay", async () => {
  const { world, tabs, received, channels } = openTabs({ messageDelayMs: 20 });
  const onOther = vi.fn<() => void>();
  tabs[1].environment.openTabChannel("b", onOther);
  const message = { a: 1 };
  channels[0]!.post(message);
  message.a = 2;
  await world.clock.advance(19);
  expect(received).toEqual([[], [], []]);
  await world.clock.advance(1);
  expect(received).toEqual([[], [{ a: 1 }], [{ a: 1 }]]);
  expect(received[1]![0]).not.toBe(received[2]![0]);
  expect(onOther).not.toHaveBeenCalled();
});

test("a closed channel receives and sends nothing more", async () => {
  const { world, received, channels } = openTabs();
  channels[0]!.post({ a: 1 });
  channels[1]!.close();
  channels[1]!.post({ a: 2 });
  await world.clock.advance(0);
  expect(received).toEqual([[], [], [{ a: 1 }]]);
});

test("a crash leaves no timer, channel or lock, and no request ends", async () => {
  const { world, tabs, received, channels } = openTabs({ fetch: () => Promise.resolve("x") });
  const { environment } = tabs[0];
  const task = vi.fn<() => void>();
  environment.schedule(task, 10);
  await environment.tryLock("lock");
  tabs[0].crash();
  void environment.fetch("/", {}).then(task);
  channels[1]!.post({ a: 1 });
  await world.clock.advance(100);
  expect(task).not.toHaveBeenCalled();
  expect(received[0]).toEqual([]);
  expect(world.hub.lockCount()).toBe(0);
  expect(world.hub.channelCount()).toBe(2);
});

test("a lock is held by one tab, and refused at once to the others", async () => {
  const { tabs, world } = openTabs();
  const release = await tabs[0].environment.tryLock("a");
  expect(await tabs[1].environment.tryLock("a")).toBeNull();
  expect(await tabs[1].environment.tryLock("b")).not.toBeNull();
  release!();
  await world.clock.advance(0);
  expect(await tabs[1].environment.tryLock("a")).not.toBeNull();
  release!();
  expect(await tabs[2].environment.tryLock("a")).toBeNull();
});

test("a lock is denied to a request in the same task as its release, as in a browser", async () => {
  const { tabs } = openTabs();
  const release = await tabs[0].environment.tryLock("a");
  release!();
  expect(await tabs[0].environment.tryLock("a")).toBeNull();
});

test("without locks every one is granted; without a channel or storage nothing is carried", async () => {
  const world = createMemoryWorld({ hasLocks: false, hasChannel: false, hasStorage: false });
  const { environment } = world.openTab();
  await environment.tryLock("a");
  expect(await environment.tryLock("a")).not.toBeNull();
  expect(environment.openTabChannel("a", () => {}).carriesData).toBe(false);
  expect(environment.revision("a", "b")).toBeUndefined();
});

test("each message has its own delay to each tab, and one that takes for ever is lost", async () => {
  const delays = [20, Infinity, 5, 10];
  const { world, received, channels } = openTabs({ messageDelayMs: () => delays.shift()! });
  channels[0]!.post({ a: 1 });
  channels[0]!.post({ a: 2 });
  await world.clock.advance(20);
  expect(received).toEqual([[], [{ a: 2 }, { a: 1 }], [{ a: 2 }]]);
});

test("without a channel messages go by way of storage, where the last one stays", async () => {
  const { world, received, channels } = openTabs({ hasChannel: false });
  expect(channels[0]!.carriesData).toBe(false);
  channels[0]!.post({ a: 1, b: undefined });
  await world.clock.advance(0);
  expect(received).toEqual([[], [{ a: 1 }], [{ a: 1 }]]);
  expect([...world.hub.storage.values()]).toEqual(['{"a":1}']);
});

test("nobody gets a lock while a page of another build holds them all", async () => {
  const { world, tabs } = openTabs();
  const giveBack = world.hub.holdLocks();
  expect(await tabs[0].environment.tryLock("a")).toBeNull();
  giveBack();
  expect(await tabs[0].environment.tryLock("a")).not.toBeNull();
});

test("in a frozen tab timers, messages and answers wait until it is thawed", async () => {
  const { world, tabs, received, channels } = openTabs({ fetch: () => Promise.resolve("x") });
  const ran: unknown[] = [];
  const { environment } = tabs[0];
  environment.schedule(() => ran.push("a"), 10);
  const cancel = environment.schedule(() => ran.push("b"), 20);
  environment.schedule(cancel, 10);
  void environment.fetch("/", {}).then((answer) => ran.push(answer));
  tabs[0].freeze();
  channels[1]!.post({ a: 1 });
  await world.clock.advance(100);
  expect([ran, received[0]]).toEqual([[], []]);
  tabs[0].thaw();
  expect(ran).toEqual([]);
  await world.clock.advance(0);
  expect(ran).toEqual(["x", "a"]);
  expect(received[0]).toEqual([{ a: 1 }]);
});

test("a tab that is frozen again, or closes its channel, does not do what has waited", async () => {
  const { world, tabs, received, channels } = openTabs();
  const task = vi.fn<() => void>();
  tabs[0].freeze();
  tabs[0].environment.schedule(task, 10);
  channels[1]!.post({ a: 1 });
  await world.clock.advance(10);
  channels[0]!.close();
  tabs[0].thaw();
  tabs[0].freeze();
  await world.clock.advance(10);
  expect(task).not.toHaveBeenCalled();
  tabs[0].thaw();
  await world.clock.advance(0);
  expect(task).toHaveBeenCalledOnce();
  expect(received[0]).toEqual([]);
});

test("a revision is read by all tabs", () => {
  const { tabs } = openTabs();
  expect(tabs[0].environment.revision("a")).toBeNull();
  tabs[0].environment.revision("a", "1");
  expect(tabs[1].environment.revision("a")).toBe("1");
});

test("offline, requests fail; online, the listeners are called", async () => {
  const [tab] = openTabs({ fetch: () => Promise.resolve("x") }).tabs;
  const listener = vi.fn<() => void>();
  const stop = tab.environment.onOnline(listener);
  tab.goOffline();
  await expect(tab.environment.fetch("/", {})).rejects.toThrow(TypeError);
  tab.goOnline();
  await expect(tab.environment.fetch("/", {})).resolves.toBe("x");
  expect(listener).toHaveBeenCalledOnce();
  expect(tab.listenerCount()).toBe(1);
  stop();
  expect(tab.listenerCount()).toBe(0);
});

test("messages are copied where nothing clones them, as in Jest with jsdom", async () => {
  vi.stubGlobal("structuredClone", undefined);
  const world = createMemoryWorld();
  const received: unknown[] = [];
  world.openTab().environment.openTabChannel("a", (message) => received.push(message));
  const channel = world.openTab().environment.openTabChannel("a", () => {});
  const message = { list: [{ a: 1 }] };
  channel.post(message);
  message.list.push({ a: 2 });
  await world.clock.advance(0);
  vi.unstubAllGlobals();
  expect(received).toEqual([{ list: [{ a: 1 }] }]);
});
