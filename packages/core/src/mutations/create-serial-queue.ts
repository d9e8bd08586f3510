/**
 * What takes turns: mutations; ceremonies, for nothing else has to wait for a person; and popups,
 * which may be open for long and do not wait for each other.
 */
export type Lane = "mutation" | "ceremony" | "popup";

/** Has work done one after the other; what is asked for twice in a row is done once. */
export type SerialQueue = <T>(
  lane: Lane,
  request: readonly unknown[],
  work: () => Promise<T>,
) => Promise<T>;

interface Turn {
  readonly request: unknown;
  readonly outcome: Promise<unknown>;
}

/** What is asked for, as a text to compare; a new object where that cannot be told. */
function describe(request: readonly unknown[]): unknown {
  try {
    return JSON.stringify(request);
  } catch {
    // `onClick={signOut}` hands over an event, which refers to itself.
    return {};
  }
}

/** Makes queues for sign-ins and sign-outs: a doubled click is one of them, and no two overlap. */
export function createSerialQueue(): SerialQueue {
  const newest: { [L in Lane]?: Turn } = {};

  return <T>(lane: Lane, asked: readonly unknown[], work: () => Promise<T>): Promise<T> => {
    const request = describe(asked);
    const last = newest[lane];
    // The same request has the same outcome.
    if (last && last.request === request) return last.outcome as Promise<T>;
    const outcome = last && lane !== "popup" ? last.outcome.then(work, work) : work();
    const turn = { request, outcome };
    const end = (): void => {
      if (newest[lane] === turn) delete newest[lane];
    };
    newest[lane] = turn;
    outcome.then(end, end);
    return outcome;
  };
}
