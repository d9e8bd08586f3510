import type { TabHub } from "../../src/environment/memory.ts";

/** What can go wrong with the locks of a browser. */
export interface Locks {
  /** Lets a page of another build hold all of them. */
  hold(): void;
  giveBack(): void;
  /** Tells nobody whether a lock is free, until they answer; late, to those who have asked. */
  hang(): void;
  answer(): void;
  readonly areHeld: boolean;
  readonly areHung: boolean;
}

/** Makes the switches, all off. */
export function createLocks(hub: TabHub): Locks {
  let release: (() => void) | undefined;
  let answer: (() => void) | undefined;

  return {
    hold() {
      release ??= hub.holdLocks();
    },
    giveBack() {
      release?.();
      release = undefined;
    },
    hang() {
      answer ??= hub.hangLocks();
    },
    answer() {
      answer?.();
      answer = undefined;
    },
    get areHeld() {
      return !!release;
    },
    get areHung() {
      return !!answer;
    },
  };
}
