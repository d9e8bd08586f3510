import { expect, test, vi } from "vitest";
import { createSerialQueue } from "../../src/mutations/create-serial-queue.ts";

/** A queue, and work that ends when it is told to. */
function openTurns() {
  const inTurn = createSerialQueue();
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (name: string, ...args: unknown[]): Promise<string> =>
    inTurn("mutation", [name, ...args], async () => {
      log.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      return name;
    });
  return { ask, log, end: (index: number) => ends[index]!() };
}

test("work begins at once where there is none before it", () => {
  const { ask, log } = openTurns();
  void ask("a");
  expect(log).toEqual(["a"]);
});

test("what is asked for twice is done once, for both", async () => {
  const { ask, log, end } = openTurns();
  const outcomes = [ask("a", "x", { y: 1 }), ask("a", "x", { y: 1 })];
  end(0);
  expect(await Promise.all(outcomes)).toEqual(["a", "a"]);
  expect(log).toEqual(["a"]);
});

test("what is asked for otherwise waits for its turn", async () => {
  const { ask, log, end } = openTurns();
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

test("what cannot be compared has its turn, and breaks nothing", async () => {
  const { ask, log, end } = openTurns();
  const event: { target?: unknown } = {};
  event.target = event;
  const outcomes = [ask("a", event), ask("a", event)];
  end(0);
  await outcomes[0];
  await expect.poll(() => log).toEqual(["a", "a"]);
  end(1);
  expect(await Promise.all(outcomes)).toEqual(["a", "a"]);
});

test("once it is over, the same is done again", async () => {
  const { ask, log, end } = openTurns();
  const first = ask("a");
  end(0);
  await first;
  void ask("a");
  expect(log).toEqual(["a", "a"]);
});

test("a failure is told to who asked, and the next has its turn all the same", async () => {
  const inTurn = createSerialQueue();
  const failed = inTurn("mutation", ["a"], () => Promise.reject(new Error("no")));
  const next = inTurn("mutation", ["b"], () => Promise.resolve("b"));
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("b");
});

test("popups do not wait for each other, and a doubled one is one", async () => {
  const inTurn = createSerialQueue();
  const work = vi.fn<() => Promise<void>>(() => new Promise(() => {}));
  void inTurn("popup", ["github"], work);
  void inTurn("popup", ["github"], work);
  void inTurn("popup", ["google"], work);
  expect(work).toHaveBeenCalledTimes(2);
});

test("nothing waits for a person at a ceremony", () => {
  const inTurn = createSerialQueue();
  const work = vi.fn<() => Promise<void>>(() => new Promise(() => {}));
  void inTurn("ceremony", ["passkey"], work);
  void inTurn("mutation", ["out"], work);
  expect(work).toHaveBeenCalledTimes(2);
});
