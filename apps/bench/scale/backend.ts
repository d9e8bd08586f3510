/** What a request meets, decided when it arrives. */
export interface Reply {
  status: number;
  /** Milliseconds until the client has it. */
  afterMs: number;
  retryAfterMs?: number;
}

/** A time in which every request is refused. */
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
  /** The longest that an answer had to queue after the fault, in milliseconds. */
  longestQueueMs(): number;
}

/** Of a request that finds no queue. */
const LATENCY_MS = 50;

/** @param capacityPerSecond requests that it can answer; the others queue, first come first served */
export function createBackend(now: () => number, capacityPerSecond: number, fault: Fault): Backend {
  const arrivals: number[] = [];
  let freeAt = 0;
  let longestMs = 0;

  return {
    arrivals,
    ask() {
      const at = now();
      const second = Math.floor(at / 1000);
      arrivals[second] = (arrivals[second] ?? 0) + 1;
      const { fromMs, untilMs, ...refusal } = fault;
      if (at >= fromMs && at < untilMs) return { ...refusal, afterMs: LATENCY_MS };
      freeAt = Math.max(at, freeAt) + 1000 / capacityPerSecond;
      if (at >= untilMs) longestMs = Math.max(longestMs, freeAt - at);
      return { status: 200, afterMs: freeAt - at + LATENCY_MS };
    },
    longestQueueMs: () => longestMs,
  };
}
