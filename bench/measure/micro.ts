import { atom } from "nanostores";
import { createStore as createZustandStore } from "zustand/vanilla";
import { readUnderWay } from "../../packages/core/src/session/state/fetching.ts";
import { createSessionState } from "../../packages/core/src/session/state/state.ts";
import { transition } from "../../packages/core/src/session/transition.ts";
import { createStore } from "../../packages/core/src/store/create-store.ts";
import type { Findings, Row } from "../results.ts";
import { rounds } from "./effort.ts";
import { describeSpread } from "./spread.ts";

const ROUNDS = rounds(9);
const WARM_UPS = 3;
/** A round that is shorter would be at the mercy of one garbage collection. */
const LEAST_MS = 100;
const LISTENERS = 10_000;

/** A store of one number, by what all of them can do. */
interface AnyStore {
  change(): void;
  subscribe(listener: () => void): () => void;
}

const stores: Record<string, () => AnyStore> = {
  Sojourn() {
    const store = createStore(0, () => {});
    return {
      change() {
        store.set(store.get() + 1);
        store.notify();
      },
      subscribe: store.subscribe,
    };
  },
  nanostores() {
    const store = atom(0);
    return { change: () => store.set(store.get() + 1), subscribe: (it) => store.listen(it) };
  },
  zustand() {
    const store = createZustandStore<{ count: number }>(() => ({ count: 0 }));
    const change = (): void => store.setState(({ count }) => ({ count: count + 1 }));
    return { change, subscribe: store.subscribe };
  },
};

/** A piece of work, done so many times. */
type Work = (times: number) => void;

function msOf(work: Work, times: number): number {
  const startedAt = performance.now();
  work(times);
  return performance.now() - startedAt;
}

/** Doubles the times until they take long enough to be timed. */
function calibrate(work: Work, from: number): number {
  let times = from;
  while (msOf(work, times) < LEAST_MS) times *= 2;
  return times;
}

/** Times per second, of several rounds that take turns, so that all are disturbed alike. */
function rate(works: Record<string, Work>): Record<string, string> {
  const all = Object.entries(works).map(([name, work]) => ({
    name,
    work,
    times: 100,
    rates: [] as number[],
  }));
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    for (const one of all) {
      if (round < 0) one.times = calibrate(one.work, one.times);
      else one.rates.push((one.times / msOf(one.work, one.times)) * 1000);
    }
  }
  return Object.fromEntries(all.map(({ name, rates }) => [name, describeSpread(rates)]));
}

function rateStores(what: string, toWork: (make: () => AnyStore) => Work): Row {
  const works = Object.entries(stores).map(([name, make]) => [name, toWork(make)]);
  return { what, figures: rate(Object.fromEntries(works)) };
}

const changeWith =
  (listeners: number) =>
  (make: () => AnyStore): Work => {
    const store = make();
    let calls = 0;
    for (let index = 0; index < listeners; index += 1) store.subscribe(() => (calls += 1));
    return (times) => {
      for (let index = 0; index < times; index += 1) store.change();
      if (calls === 0) throw new Error("No listener was called.");
    };
  };

const comeAndGo = (make: () => AnyStore): Work => {
  const store = make();
  for (let index = 0; index < LISTENERS; index += 1) store.subscribe(() => {});
  return (times) => {
    for (let index = 0; index < times; index += 1) store.subscribe(() => {})();
  };
};

/** A poll that has been answered, as the machine sees it. */
function stepMachine(times: number): void {
  const expires = new Date(Date.UTC(2027, 0)).toISOString();
  let now = Date.UTC(2026, 0);
  let state: ReturnType<typeof transition>[0] = createSessionState({
    timeoutMs: 10_000,
    refetchInterval: 60,
  });
  const moment = () => ({ now, random: 0.25, isOnline: true, isVisible: true });
  [state] = transition(state, {
    ...moment(),
    type: "started",
    mayHaveMissed: false,
    isArrival: false,
  });
  for (let count = 0; count < times; count += 2) {
    now += 66_000;
    [state] = transition(state, { ...moment(), type: "woke" });
    const session = { user: { name: "Ada" }, expires };
    [state] = transition(state, {
      ...moment(),
      type: "answered",
      tookMs: 100,
      session,
      lifetimeMs: 1e9,
      isServerClock: true,
      // None begins where none is due.
      readId: readUnderWay(state) ?? 0,
    });
  }
  if (!state.cache.session) throw new Error("The machine has not taken the answers.");
}

/** What the pure parts can do per second, in Node. */
export async function measureMicro(): Promise<Findings> {
  return {
    tables: [
      {
        title: "Times per second, in Node",
        note: `Median (least to most) of ${ROUNDS} rounds of some ${LEAST_MS} ms or more that take turns, after ${WARM_UPS} that only warm up. A change sets a number and calls all listeners; Sojourn's store copies its list of listeners, and keeps the others from what one of them throws. better-auth's session is a nanostores atom; next-auth and the hooks keep theirs in React or within their library.`,
        rows: [
          rateStores("changes of a store with 1 listener", changeWith(1)),
          rateStores("changes of a store with 1,000 listeners", changeWith(1000)),
          rateStores("subscribe and unsubscribe beside 10,000 listeners", comeAndGo),
        ],
      },
      {
        title: "Transitions of the session machine per second, in Node",
        note: "Polls and their answers, in turn. The peers have nothing to compare this with.",
        rows: [{ what: "transitions", figures: rate({ Sojourn: stepMachine }) }],
      },
    ],
    charts: [],
  };
}
