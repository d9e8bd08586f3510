import type { Environment, Stop } from "../../environment/environment.ts";
import { takeLock } from "../../runtime/create-reader.ts";
import { IDLE_LOCK_LINGER_MS } from "./durations.ts";

/** The lock of the tab that signs out. */
export interface IdleLock {
  isHeld(): boolean;
  /** Takes the lock if it is free. Resolves in any case. */
  take(): Promise<void>;
  /** Releases the lock, and gives back one that is granted later. */
  release(): void;
  /** Releases the lock when the other tabs have received the outcome. */
  releaseSoon(): void;
}

/** Creates the lock. @param name one name for all tabs */
export function createIdleLock(environment: Environment, name: string): IdleLock {
  let held: Stop | undefined;
  let wait: AbortController | undefined;
  let cancelRelease: Stop | undefined;

  function release(): void {
    cancelRelease?.();
    wait?.abort();
    held?.();
    held = undefined;
  }

  return {
    isHeld: () => !!held,
    async take() {
      cancelRelease?.();
      // An attempt that follows at once still has it.
      if (held) return;
      wait = new AbortController();
      const { signal } = wait;
      const taken = await takeLock(environment, name, signal);
      if (signal.aborted) taken?.();
      else held = taken ?? undefined;
    },
    release,
    releaseSoon() {
      cancelRelease = environment.schedule(release, IDLE_LOCK_LINGER_MS);
    },
  };
}
