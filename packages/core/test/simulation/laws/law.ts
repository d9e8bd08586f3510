import type { ActName } from "../acts/acts.ts";
import type { Browser } from "../browser.ts";
import type { PageWatcher } from "../page.ts";
import type { NetworkWatcher } from "../server/network.ts";

/** What laws are told of, besides what pages and the network tell. */
interface RunWatcher {
  beforeAct(name: ActName): void;
  /** All that follows from it without time passing has happened. */
  afterAct(name: ActName): void;
  /** Some time has passed. */
  afterPause(): void;
  /** Nothing goes wrong any more, and there was time enough to settle. */
  atCalm(): void;
  /** Calm pages have polled for a while. @param intervals how many intervals it was */
  afterPolls(intervals: number): void;
  /** All requests have failed for a while. @param ms for how long */
  afterOutage(ms: number): void;
  /** Nobody looks any more, and what lingers has had its time. */
  atEnd(): void;
}

/** All that can be told. */
export type Watcher = RunWatcher & PageWatcher & NetworkWatcher;

/**
 * Makes a law for one run. It is told of what it has a method for.
 *
 * @param accuse says what is against the law
 */
export type LawMaker = (browser: Browser, accuse: (what: string) => void) => Partial<Watcher>;

const names: Record<keyof Watcher, true> = {
  beforeAct: true,
  afterAct: true,
  afterPause: true,
  atCalm: true,
  afterPolls: true,
  afterOutage: true,
  atEnd: true,
  onShown: true,
  onUserChanged: true,
  onLook: true,
  onPrepared: true,
  onActivate: true,
  onAway: true,
  onBack: true,
  onNavigated: true,
  onSent: true,
  onActed: true,
  onArriving: true,
  onEnded: true,
};

/** One watcher that tells all others, those too that are added later. */
export function combineWatchers(watchers: readonly Partial<Watcher>[]): Watcher {
  const tellers = Object.keys(names).map((name) => {
    const tellAll = (...args: never[]): void => {
      for (const watcher of watchers) {
        // The arguments are those of the method of that name.
        (watcher[name as keyof Watcher] as ((...args: never[]) => void) | undefined)?.(...args);
      }
    };
    return [name, tellAll];
  });
  return Object.fromEntries(tellers) as Watcher;
}
