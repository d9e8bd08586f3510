import { expect, test, vi } from "vitest";
import { createSerialQueue } from "../../src/mutations/create-serial-queue.ts";

/** A queue, and work that a test ends. */
function openQueue() {
  const enqueue = createSerialQueue();
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (name: string, ...args: unknown[]): Promise<string> =>
    enqueue("mutation", [name, ...args], async () => {
      log.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      return name;
    });
  return { ask, log, end: (index: number) => ends[index]!() };
}

test("work begins at once where there is none before it", () => {
  const { ask, log } = openQueue();
  void ask("a");
  expect(log).toEqual(["a"]);
});

test("what is asked for twice is done once, for both", async () => {
  const { ask, log, end } = openQueue();
  const outcomes = [ask("a", "x", { y: 1 }), ask("a", "x", { y: 1 })];
  end(0);
  expect(await Promise.all(outcomes)).toEqual(["a", "a"]);
  expect(log).toEqual(["a"]);
});

test("a different request waits for its turn", async () => {
  const { ask, log, end } = openQueue();
  const outcomes = [ask("a", "x"), ask("a", "y"), ask("b")];
  expect(log).toEqual(["a"]);
  end(0);
  await outcomes[0];
  await expect.poll(() => log).toEqual(["a", "a"]);
  end(1);
  await outcomes[1];
  await expect.poll(() => log).toEqual(["a", "a", "b"]);
  end(2);
  expect(await Promise.all(outcomes)).toEqual(["a", "a", "b"]);
});

test("a request that cannot be compared has its own turn", async () => {
  const { ask, log, end } = openQueue();
  const event: { target?: unknown } = {};
  event.target = event;
  const outcomes = [ask("a", event), ask("a", event)];
  end(0);
  await outcomes[0];
  await expect.poll(() => log).toEqual(["a", "a"]);
  end(1);
  expect(await Promise.all(outcomes)).toEqual(["a", "a"]);
});

test("the same request runs again after the first has ended", async () => {
  const { ask, log, end } = openQueue();
  const first = ask("a");
  end(0);
  await first;
  void ask("a");
  expect(log).toEqual(["a", "a"]);
});

test("a failure rejects for its caller, and the next request still has its turn", async () => {
  const enqueue = createSerialQueue();
  const failed = enqueue("mutation", ["a"], () => Promise.reject(new Error("no")));
  const next = enqueue("mutation", ["b"], () => Promise.resolve("b"));
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("b");
});

test("popups do not wait for each other, and two equal ones are one", async () => {
  const enqueue = createSerialQueue();
  const work = vi.fn<() => Promise<void>>(() => new Promise(() => {}));
  void enqueue("popup", ["github"], work);
  void enqueue("popup", ["github"], work);
  void enqueue("popup", ["google"], work);
  expect(work).toHaveBeenCalledTimes(2);
});

test("nothing waits for a person at a ceremony", () => {
  const enqueue = createSerialQueue();
  const work = vi.fn<() => Promise<void>>(() => new Promise(() => {}));
  void enqueue("ceremony", ["passkey"], work);
  void enqueue("mutation", ["out"], work);
  expect(work).toHaveBeenCalledTimes(2);
});
