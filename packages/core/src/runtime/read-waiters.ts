import type { Environment } from "../environment/environment.ts";
import { isSettled } from "../session/refetch-policy.ts";
import { IDLE } from "../session/state/fetching.ts";
import type { SessionState } from "../session/state/state.ts";

/** Those who wait for the reads that are under way. */
export interface ReadWaiters {
  /** Resolves when no read is under way or asked for any more. */
  untilSettled(): Promise<void>;
  /** Something has happened. @param hasReadEnded whether a read has ended by it */
  notice(hasReadEnded: boolean): void;
}

/** @param get gives the state as it is now */
export function createReadWaiters(environment: Environment, get: () => SessionState): ReadWaiters {
  const waiters: (() => void)[] = [];

  return {
    async untilSettled() {
      // What a listener has sent just now has not had its turn yet.
      await Promise.resolve();
      if (isSettled(get())) return;
      await new Promise<void>((resolve) => {
        // Other tabs may sign in and out for ever; nobody waits for that.
        const cancel = environment.schedule(resolve, 2 * get().options.timeoutMs);
        waiters.push(() => resolve(cancel()));
      });
    },
    notice(hasReadEnded) {
      const state = get();
      // A poll that is due when an answer arrives is another read, and not the one that is waited for.
      if (!isSettled(hasReadEnded ? { ...state, fetching: IDLE } : state)) return;
      for (const resolve of waiters.splice(0)) resolve();
    },
  };
}
