/** Has work done one after the other; what is asked for twice in a row is done once. */
export type InTurn = <T>(
  name: string,
  args: readonly unknown[],
  work: () => Promise<T>,
) => Promise<T>;

/** Makes a queue for sign-ins and sign-outs: a doubled click is one of them, and no two overlap. */
export function createTurns(): InTurn {
  let last: { readonly what: string; readonly outcome: Promise<unknown> } | undefined;

  return <T>(name: string, args: readonly unknown[], work: () => Promise<T>): Promise<T> => {
    const what = JSON.stringify([name, ...args]);
    // The same name and arguments have the same outcome.
    if (last?.what === what) return last.outcome as Promise<T>;
    const outcome = last ? last.outcome.then(work, work) : work();
    const turn = { what, outcome };
    const end = (): void => {
      if (last === turn) last = undefined;
    };
    last = turn;
    outcome.then(end, end);
    return outcome;
  };
}
