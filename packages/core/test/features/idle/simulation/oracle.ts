import { TIMEOUT_MS } from "./times.ts";

/** How much activity a page may take with it that ends within a second of it. */
const UNSENT_MS = 1000;

/**
 * Knows when the idle time is over, without any tab. There are two bounds, because a page that
 * crashes or freezes may take its last second with it.
 */
export interface Oracle {
  /** A person has given a sign, in a page that runs. */
  note(): void;
  /** A user has signed in since the time `from`; tabs that learn of it late may count from `to`. */
  begin(from: number, to: number): void;
  /** The tabs may have no memory of before, and so begin anew within half a second. */
  mayBegin(): void;
  /** The user has signed out. */
  end(): void;
  /** Whether the user is signed in, as far as the acts of persons decide. */
  isIn(): boolean;
  /** Whether the end is some time away. */
  isFarFromEnd(): boolean;
  /** Whether no tab may sign out yet. */
  mayNotSignOut(): boolean;
  /** Whether no tab may show activity or a warning any more. */
  mustBeOver(): boolean;
}

/** @param now the time by a clock that never steps back and counts sleep */
export function createOracle(now: () => number, isFair: boolean): Oracle {
  let isIn = true;
  let least = now();
  let most = now();
  return {
    note() {
      if (!isIn) return;
      if (now() < most + TIMEOUT_MS) most = Math.max(most, now());
      if (now() < least + TIMEOUT_MS) least = Math.max(least, now() - (isFair ? 0 : UNSENT_MS));
    },
    begin(from, to) {
      isIn = true;
      least = from;
      most = to;
    },
    mayBegin() {
      most = now() + 500;
    },
    end() {
      isIn = false;
    },
    isIn: () => isIn,
    isFarFromEnd: () => now() < least + TIMEOUT_MS - 5000,
    mayNotSignOut: () => now() < least + TIMEOUT_MS,
    mustBeOver: () => isIn && now() > most + TIMEOUT_MS,
  };
}
