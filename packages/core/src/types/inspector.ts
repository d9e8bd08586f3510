/**
 * Wraps a client's state machine: returns one that does the same, and reports each step.
 * `createInspector` and `createRecorder` create it, so a bundle without these contains no code of
 * them.
 */
export type Inspector = <State, Event, Result>(
  machine: (state: State, event: Event) => Result,
) => (state: State, event: Event) => Result;
