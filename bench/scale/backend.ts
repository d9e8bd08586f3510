/** What a request meets, decided when it arrives. */
export interface Reply {
  /** `TIMED_OUT` if there is none in time. */
  status: number;
  /** Milliseconds until the client has it. */
  afterMs: number;
  retryAfterMs?: number;
}

/** A time in which every request is refused: by what is in front of the backend, at no cost to it. */
export interface Fault {
  fromMs: number;
  untilMs: number;
  status: number;
  retryAfterMs?: number;
}

export interface Backend {
  ask(): Reply;
  /** Requests that arrived, by second. */
  readonly arrivals: number[];
  /** Requests that waited at the end of each of the first seconds. */
  queueOf(seconds: number): number[];
}

/** Of a request that finds no queue. */
const LATENCY_MS = 50;
/** After so long a client, or the proxy before the backend, waits no more. */
export const TIMEOUT_MS = 10_000;
/** Stands for a status where there is none. */
export const TIMED_OUT = 0;

/**
 * A queue as a fluid, second by second: what is above the capacity in one waits for the next. Who
 * would wait too long leaves without being begun; who is begun costs, even if the answer is late.
 *
 * @param capacityPerSecond requests that it can answer
 */
export function createBackend(
  now: () => number,
  capacityPerSecond: number,
  fault?: Fault,
): Backend {
  const arrivals: number[] = [];
  const queue: number[] = [];
  let accepted = 0;

  function waiting(): number {
    return (queue.at(-1) ?? 0) + Math.max(0, accepted - capacityPerSecond);
  }

  function endSecondsBefore(second: number): void {
    while (queue.length < second) {
      queue.push(Math.max(0, (queue.at(-1) ?? 0) + accepted - capacityPerSecond));
      accepted = 0;
    }
  }

  return {
    arrivals,
    ask() {
      const at = now();
      const second = Math.floor(at / 1000);
      arrivals[second] = (arrivals[second] ?? 0) + 1;
      endSecondsBefore(second);
      if (fault && at >= fault.fromMs && at < fault.untilMs) {
        const { status, retryAfterMs } = fault;
        return { status, afterMs: LATENCY_MS, ...(retryAfterMs && { retryAfterMs }) };
      }
      const waitMs = (1000 * waiting()) / capacityPerSecond;
      if (waitMs <= TIMEOUT_MS) accepted += 1;
      const afterMs = waitMs + LATENCY_MS;
      if (afterMs > TIMEOUT_MS) return { status: TIMED_OUT, afterMs: TIMEOUT_MS };
      return { status: 200, afterMs };
    },
    queueOf(seconds) {
      endSecondsBefore(seconds);
      return queue.slice(0, seconds);
    },
  };
}
