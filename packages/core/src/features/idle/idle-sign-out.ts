import type { IdleEnvironment } from "../../environment/idle-environment.ts";
import type { Stop } from "../../environment/environment.ts";
import { CLAIM_MS, LOCK_PATIENCE_MS, LONGEST_ATTEMPT_DELAY_MS, RETRY_MS } from "./durations.ts";
import { createIdleLock } from "./idle-lock.ts";
import { OVER, TIMED_OUT } from "./idle-record.ts";
import type { SharedRecord } from "./shared-record.ts";

/** The sign-out that all tabs agree on: one of them posts it. */
export interface IdleSignOut {
  /** Returns when this tab tries next, in milliseconds of the shared clock. */
  nextAt(): number;
  /** Tries now, unless another tab does. Never rejects. */
  attempt(): Promise<void>;
  /** Has the next attempt start at once if the last one has failed. */
  hurry(): void;
  /** Releases the lock, because the page is left. */
  release(): void;
  /** Why the last attempt of this tab has failed. */
  error(): unknown;
}

/**
 * Creates the sign-out of one tab.
 *
 * @param isDue whether the idle time is over and a user is signed in
 * @param post signs out, but sends nothing once the function that it receives says no
 */
export function createIdleSignOut(
  environment: IdleEnvironment,
  name: string,
  shared: SharedRecord,
  isDue: () => boolean,
  post: (mayGoOn: () => boolean) => Promise<unknown>,
): IdleSignOut {
  const lock = createIdleLock(environment, name);
  let plannedFor = "";
  let nextAt = 0;
  let isTrying = false;
  let isHurried = false;
  let deniedAt: number | undefined;
  let error: unknown;

  // A page that is visible goes first. Messages under way have the time to arrive. Browsers without
  // locks are kept apart by chance.
  function staggerMs(): number {
    return 20 + environment.random() * 180 + (environment.isVisible() ? 0 : 250);
  }

  function plan(): number {
    // While an attempt is under way, there is no next one.
    if (isTrying) return Infinity;
    const { since, activeAt, attempt, dueAt } = shared.get();
    const key = [since, activeAt, attempt, dueAt].join();
    // It is planned once for each state of the record, so that repeated calls do not put it off.
    if (key !== plannedFor) nextAt = Math.max(dueAt, shared.now()) + staggerMs();
    plannedFor = key;
    return nextAt;
  }

  function mayPost(): boolean {
    const { attempt, dueAt } = shared.get();
    if (!isDue()) return false;
    return shared.now() >= dueAt || (isHurried && attempt % 2 === 0);
  }

  /** Whether this tab is to post: it has the lock, or whoever has it has had it for too long. */
  function takesTurn(): boolean {
    if (!mayPost()) {
      deniedAt = undefined;
      return false;
    }
    deniedAt ??= shared.now();
    return lock.isHeld() || shared.now() - deniedAt >= LOCK_PATIENCE_MS;
  }

  async function postAndShare(): Promise<void> {
    // The page may freeze meanwhile, and somebody else sign in. Their record has a later `since`, so
    // changes with the old one do not touch it.
    const { since, attempt: before } = shared.get();
    const attempt = before + 1 + (before % 2);
    let hasPosted = false;
    let cancel: Stop | undefined;
    const hasClaim = (): boolean => {
      shared.refresh();
      const now = shared.get();
      return now.since === since && now.attempt === attempt && shared.now() < now.dueAt;
    };
    const mayGoOn = (): boolean => {
      // Another phase means that the user has signed out: after the first POST, by this tab.
      const may = hasClaim() && (hasPosted || shared.get().phase === OVER);
      hasPosted ||= may;
      return may;
    };
    const claim = (): void => {
      shared.update({ since, phase: OVER, attempt, dueAt: shared.now() + CLAIM_MS });
      cancel = environment.schedule(renew, CLAIM_MS / 4);
    };
    const renew = (): void => (hasClaim() ? claim() : undefined);
    claim();
    try {
      await post(mayGoOn);
      error = undefined;
      shared.update({ since, phase: TIMED_OUT });
    } catch (cause) {
      error = cause;
      const retryMs = Math.min(RETRY_MS * 2 ** ((attempt - 1) / 2), LONGEST_ATTEMPT_DELAY_MS);
      shared.update({ since, attempt: attempt + 1, dueAt: shared.now() + retryMs });
    }
    cancel?.();
  }

  return {
    nextAt: plan,
    error: () => error,
    release: lock.release,
    hurry() {
      const { attempt } = shared.get();
      if (!attempt || attempt % 2) return;
      isHurried = true;
      nextAt = Math.min(plan(), shared.now() + staggerMs());
    },
    async attempt() {
      if (isTrying) return;
      isTrying = true;
      await lock.take();
      shared.refresh();
      if (takesTurn()) {
        deniedAt = undefined;
        await postAndShare();
      } else nextAt = shared.now() + RETRY_MS;
      isHurried = false;
      isTrying = false;
      lock.releaseSoon();
    },
  };
}
