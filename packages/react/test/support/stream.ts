import type { Session } from "../../src/index.ts";

/** A session that a page streams, and that arrives when the test says so. */
export interface Stream {
  readonly promise: Promise<Session | null>;
  arrive(session: Session | null): void;
  fail(): void;
}

export function createStream(): Stream {
  let arrive!: Stream["arrive"];
  let reject!: (error: Error) => void;
  const promise = new Promise<Session | null>((onArrived, onFailed) => {
    arrive = onArrived;
    reject = onFailed;
  });
  return { promise, arrive, fail: () => reject(new Error("the server could not render it")) };
}
