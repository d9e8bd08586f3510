/**
 * Stands before a client's machine: gets it at each step, and returns one that does the same and tells.
 * Made by `createInspector` or `createRecorder`, so that a bundle without these has nothing of them.
 */
export type Inspector = <State, Event, Result>(
  machine: (state: State, event: Event) => Result,
) => (state: State, event: Event) => Result;
