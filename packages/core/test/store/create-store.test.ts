import { expect, onTestFinished, test, vi } from "vitest";
import { createEmitter } from "../../src/store/create-emitter.ts";
import { createStore } from "../../src/store/create-store.ts";

function openStore() {
  const [onFirst, onLast] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const store = createStore(1, (count, before) => {
    if (!before) onFirst();
    if (!count) onLast();
  });
  return { store, onFirst, onLast };
}

/** Collects what is reported as unhandled. */
function unhandled(): unknown[] {
  const reasons: unknown[] = [];
  const before = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => reasons.push(reason));
  onTestFinished(() => {
    process.removeAllListeners("unhandledRejection");
    for (const listener of before) process.on("unhandledRejection", listener);
  });
  return reasons;
}

test("set replaces the value, and no listener is called before notify", () => {
  const { store } = openStore();
  const listener = vi.fn<() => void>();
  store.subscribe(listener);
  store.set(2);
  expect(store.get()).toBe(2);
  expect(listener).not.toHaveBeenCalled();
  store.notify();
  expect(listener).toHaveBeenCalledOnce();
});

test("onFirst and onLast are called at the first and the last listener only", () => {
  const { store, onFirst, onLast } = openStore();
  const [one, another] = [store.subscribe(() => {}), store.subscribe(() => {})];
  expect(onFirst).toHaveBeenCalledOnce();
  one();
  one();
  expect(onLast).not.toHaveBeenCalled();
  another();
  expect(onLast).toHaveBeenCalledOnce();
  another();
  expect(onLast).toHaveBeenCalledOnce();
  store.subscribe(() => {});
  expect(onFirst).toHaveBeenCalledTimes(2);
});

test("one function that is subscribed twice is called twice, and unsubscribed one by one", () => {
  const { store } = openStore();
  const listener = vi.fn<() => void>();
  const stop = store.subscribe(listener);
  store.subscribe(listener);
  store.notify();
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  store.notify();
  expect(listener).toHaveBeenCalledTimes(3);
});

test("a listener that throws does not prevent the calls of others, and is reported", async () => {
  const reasons = unhandled();
  const { store } = openStore();
  const error = new Error("of the user's");
  const listener = vi.fn<() => void>();
  store.subscribe(() => {
    throw error;
  });
  store.subscribe(listener);
  store.notify();
  expect(listener).toHaveBeenCalledOnce();
  await new Promise((resolve) => setImmediate(resolve));
  expect(reasons).toEqual([error]);
});

test("an emitter calls the handlers of that name, with the arguments, until they are removed", () => {
  const { emit, on } = createEmitter<["a", number] | ["b"]>();
  const [a, b] = [vi.fn<(n: number) => void>(), vi.fn<() => void>()];
  const off = on("a", a);
  on("b", b);
  emit("a", 1);
  expect(a).toHaveBeenCalledExactlyOnceWith(1);
  expect(b).not.toHaveBeenCalled();
  off();
  emit("a", 2);
  expect(a).toHaveBeenCalledOnce();
});

test("a handler may be added and removed while an event is emitted", () => {
  const { emit, on } = createEmitter<["a"]>();
  const late = vi.fn<() => void>();
  const off = on("a", () => {
    off();
    on("a", late);
  });
  emit("a");
  expect(late).not.toHaveBeenCalled();
  emit("a");
  expect(late).toHaveBeenCalledOnce();
});
