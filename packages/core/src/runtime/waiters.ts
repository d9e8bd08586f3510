import type { Environment } from "../environment/environment.ts";
import { isSettled } from "../session/is-settled.ts";
import { IDLE } from "../session/state/fetching.ts";
import type { SessionState } from "../session/state/state.ts";

type Condition = (state: SessionState) => boolean;

/** The calls that wait for a state. */
export interface Waiters {
  /** Resolves when a state fulfils the condition, or after this many milliseconds at most. */
  until(isWanted: Condition, limitMs: number): Promise<void>;
  /** Resolves when no read is under way or forced any more. */
  untilSettled(): Promise<void>;
  /**
   * Resolves the waits that the new state fulfils.
   *
   * @param hasReadEnded whether a read has just ended
   */
  check(hasReadEnded: boolean): void;
}

/** Creates the waiters. @param get returns the current state */
export function createWaiters(environment: Environment, get: () => SessionState): Waiters {
  const waiters = new Set<(state: SessionState) => void>();

  async function until(isWanted: Condition, limitMs: number): Promise<void> {
    // The runtime has yet to handle what a listener has just sent.
    await Promise.resolve();
    if (isWanted(get())) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        waiters.delete(check);
        resolve(cancel());
      };
      const check = (state: SessionState): void => {
        if (isWanted(state)) end();
      };
      const cancel = environment.schedule(end, limitMs);
      waiters.add(check);
    });
  }

  return {
    until,
    // Peers may sign in and out without end, so the wait is limited.
    untilSettled: () => until(isSettled, 2 * get().options.timeoutMs),
    check(hasReadEnded) {
      const state = get();
      // A poll that starts when an answer arrives is another read, and is not waited for.
      const current = hasReadEnded ? { ...state, fetching: IDLE } : state;
      for (const check of waiters) check(current);
    },
  };
}
