/**
 * The queues. `mutation` is for mutations. `ceremony` is for passkeys, because nothing else has to
 * wait for a person. `popup` is for popups, which may be open for long and do not wait for each
 * other.
 */
export type Lane = "mutation" | "ceremony" | "popup";

/** Runs work in order, one after the other. Two equal requests in a row run once. */
export type SerialQueue = <T>(
  lane: Lane,
  request: readonly unknown[],
  work: () => Promise<T>,
) => Promise<T>;

interface QueuedWork {
  readonly request: unknown;
  readonly outcome: Promise<unknown>;
}

/**
 * Returns the request as a text to compare. If it has no text, returns a new object, which equals
 * no other.
 */
function describe(request: readonly unknown[]): unknown {
  try {
    return JSON.stringify(request);
  } catch {
    // `onClick={signOut}` passes an event, which refers to itself.
    return {};
  }
}

/**
 * Creates the serial queue of sign-ins and sign-outs. A double click is one request, and no two
 * requests overlap.
 */
export function createSerialQueue(): SerialQueue {
  const newest: { [L in Lane]?: QueuedWork } = {};

  return <T>(lane: Lane, requested: readonly unknown[], work: () => Promise<T>): Promise<T> => {
    const request = describe(requested);
    const last = newest[lane];
    // An equal request has the same outcome.
    if (last && last.request === request) return last.outcome as Promise<T>;
    const outcome = last && lane !== "popup" ? last.outcome.then(work, work) : work();
    const queued = { request, outcome };
    const end = (): void => {
      if (newest[lane] === queued) delete newest[lane];
    };
    newest[lane] = queued;
    outcome.then(end, end);
    return outcome;
  };
}
