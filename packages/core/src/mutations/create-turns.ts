/** Has work done one after the other; what is asked for twice in a row is done once. */
export type InTurn = <T>(
  name: string,
  args: readonly unknown[],
  work: () => Promise<T>,
) => Promise<T>;

/** What is asked for, as a text to compare; a new object where that cannot be told. */
function describe(request: readonly unknown[]): unknown {
  try {
    return JSON.stringify(request);
  } catch {
    // `onClick={signOut}` hands over an event, which refers to itself.
    return {};
  }
}

/**
 * Makes a queue for sign-ins and sign-outs: a doubled click is one of them, and no two overlap.
 *
 * @param waits whether a turn waits for the one before; else only doubled ones are dealt with
 */
export function createTurns(waits = true): InTurn {
  let last: { readonly what: unknown; readonly outcome: Promise<unknown> } | undefined;

  return <T>(name: string, args: readonly unknown[], work: () => Promise<T>): Promise<T> => {
    const what = describe([name, ...args]);
    // The same name and arguments have the same outcome.
    if (last && last.what === what) return last.outcome as Promise<T>;
    const outcome = last && waits ? last.outcome.then(work, work) : work();
    const turn = { what, outcome };
    const end = (): void => {
      if (last === turn) last = undefined;
    };
    last = turn;
    outcome.then(end, end);
    return outcome;
  };
}
