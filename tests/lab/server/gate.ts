import { once } from "node:events";
import type { ServerResponse } from "node:http";

/** An answer that is held back. */
export interface Hold {
  /** Resolves when the request has come, and its answer has been made. */
  readonly arrived: Promise<unknown>;
  /** Resolves when nobody waits for the answer any more: no cookie of it can be taken then. */
  readonly dropped: Promise<unknown>;
  /** Lets the answer go. */
  release(): void;
}

/** Holds back the answers that a test names. */
export interface Gate {
  hold(request: string): Hold;
  /** Waits if the next answer to this request is to be held back. */
  pass(request: string, response: ServerResponse): Promise<void>;
  /** Lets all answers go. */
  open(): void;
}

interface Barrier extends Hold {
  request: string;
  arrive(response: ServerResponse): void;
  released: Promise<void>;
}

export function createGate(): Gate {
  let waiting: Barrier[] = [];
  const all: Barrier[] = [];

  return {
    hold(request) {
      const arrival = Promise.withResolvers<ServerResponse>();
      const departure = Promise.withResolvers<void>();
      const barrier: Barrier = {
        request,
        arrive: arrival.resolve,
        arrived: arrival.promise,
        dropped: arrival.promise.then((response) => once(response, "close")),
        release: departure.resolve,
        released: departure.promise,
      };
      waiting.push(barrier);
      all.push(barrier);
      return barrier;
    },
    async pass(request, response) {
      const barrier = waiting.find((it) => it.request === request);
      if (!barrier) return;
      waiting = waiting.filter((it) => it !== barrier);
      barrier.arrive(response);
      await barrier.released;
    },
    open() {
      for (const { release } of all) release();
    },
  };
}
