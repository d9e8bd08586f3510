import type { Environment } from "../environment/environment.ts";
import { isSettled } from "../session/refetch-policy.ts";
import { IDLE } from "../session/state/fetching.ts";
import type { SessionState } from "../session/state/state.ts";

type Condition = (state: SessionState) => boolean;

/** Those who wait for a state to come. */
export interface Waiters {
  /** Resolves when a state is as it is wanted, or after so many milliseconds at most. */
  until(isWanted: Condition, limitMs: number): Promise<void>;
  /** Resolves when no read is under way or asked for any more. */
  untilSettled(): Promise<void>;
  /** Something has happened. @param hasReadEnded whether a read has ended by it */
  notice(hasReadEnded: boolean): void;
}

/** @param get gives the state as it is now */
export function createWaiters(environment: Environment, get: () => SessionState): Waiters {
  let waiters: { readonly isWanted: Condition; readonly resolve: () => void }[] = [];

  async function until(isWanted: Condition, limitMs: number): Promise<void> {
    // What a listener has sent just now has not had its turn yet.
    await Promise.resolve();
    if (isWanted(get())) return;
    await new Promise<void>((resolve) => {
      const waiter = { isWanted, resolve: () => resolve(cancel()) };
      const cancel = environment.schedule(() => {
        waiters = waiters.filter((it) => it !== waiter);
        resolve();
      }, limitMs);
      waiters.push(waiter);
    });
  }

  return {
    until,
    // Other tabs may sign in and out for ever; nobody waits for that.
    untilSettled: () => until(isSettled, 2 * get().options.timeoutMs),
    notice(hasReadEnded) {
      const state = get();
      // A poll that is due when an answer arrives is another read, and not the one that is waited for.
      const current = hasReadEnded ? { ...state, fetching: IDLE } : state;
      const done = waiters.filter(({ isWanted }) => isWanted(current));
      waiters = waiters.filter((it) => !done.includes(it));
      for (const { resolve } of done) resolve();
    },
  };
}
