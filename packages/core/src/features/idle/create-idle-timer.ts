import type { Stop } from "../../environment/environment.ts";
import { createIdleEnvironment } from "../../environment/idle-environment.ts";
import { isServer } from "../../environment/is-server.ts";
import { portsOf } from "../../mutations/ports.ts";
import { createStore } from "../../store/create-store.ts";
import type { SessionStore } from "../../types/client.ts";
import { createActivityThrottle } from "./activity-throttle.ts";
import { ACTIVITY_MS, CHECK_MS, RECORD_HELLO_MS } from "./durations.ts";
import { OVER } from "./idle-record.ts";
import { readIdleOptions, type IdleOptions } from "./idle-options.ts";
import { createIdleSignOut } from "./idle-sign-out.ts";
import {
  ACTIVE,
  keepSame,
  OFF,
  SIGNED_OUT_BY_TIMER,
  toSigningOut,
  toWarning,
  untilNextSecondMs,
  type IdleSnapshot,
} from "./idle-snapshot.ts";
import type { IdleTimer } from "./idle-timer.ts";
import { postIdleSignOut } from "./post-idle-sign-out.ts";
import { createSharedRecord } from "./shared-record.ts";
import { createSignInWatch } from "./sign-in-watch.ts";
import { startWhenShown } from "./start-when-shown.ts";

/**
 * Creates an idle timer. It signs the user out, in all tabs, when none of them has seen a sign of a
 * person for `timeout` seconds. All tabs share one clock, which counts sleep.
 *
 * @throws TypeError if the options make no sense, or if `store` is not a session store
 * @example
 * const idle = createIdleTimer(client, { timeout: 15 * 60, warnBefore: 60 });
 * idle.subscribe(() => console.log(idle.getSnapshot().status));
 */
export function createIdleTimer<S>(store: SessionStore<S>, options: IdleOptions): IdleTimer {
  const { timeoutMs, warnMs, events, signOut } = readIdleOptions(options);
  const ports = portsOf(store);
  const name = `${ports.name}:idle`;
  const isInert = !options.environment && isServer();
  const environment = options.environment ?? createIdleEnvironment();
  const { get, set, notify, subscribe } = createStore(OFF, (count, before) => {
    if (!before && !isInert) stopWatch = startWhenShown(environment, watch.start);
    if (!count) stopTimer();
  });
  const shared = createSharedRecord(environment, name, evaluate);
  const watch = createSignInWatch(store, shared, enter, leave, evaluate);
  const throttleMs = Math.min(ACTIVITY_MS, timeoutMs / 4);
  const activity = createActivityThrottle(environment, throttleMs, shared.now, noteActivity);
  const isDue = (): boolean => hasIdledOut() && watch.isShown();
  const leaver = createIdleSignOut(environment, name, shared, isDue, (mayGoOn) =>
    postIdleSignOut(ports, signOut, mayGoOn),
  );
  let stopWatch: Stop | undefined;
  let stopListening: Stop[] = [];
  let cancelAlarm: Stop | undefined;

  function leftMs(): number {
    return shared.get().activeAt + timeoutMs - shared.now();
  }

  function hasIdledOut(): boolean {
    return watch.hasBegun() && (leftMs() <= 0 || shared.get().phase >= OVER);
  }

  function noteActivity(at: number): void {
    shared.refresh();
    const { activeAt, phase } = shared.get();
    // Activity after the end, as that of a user who wakes a laptop, does not revive the session.
    const isInTime = watch.hasBegun() && phase < OVER && at < activeAt + timeoutMs;
    if (isInTime) shared.update({ activeAt: at });
    evaluate();
  }

  function snapshot(): IdleSnapshot {
    if (!watch.isIn()) return watch.hasTimedOut() ? SIGNED_OUT_BY_TIMER : OFF;
    if (!watch.hasBegun()) return OFF;
    const left = leftMs();
    if (hasIdledOut() || left <= 0) return toSigningOut(shared.get().attempt, leaver.error());
    return left > warnMs ? ACTIVE : toWarning(left);
  }

  function show(next: IdleSnapshot): void {
    const previous = get();
    set(keepSame(previous, next));
    if (get() !== previous) notify();
  }

  /** Brings what is shown up to date, and sets the alarm for the next change. */
  function evaluate(): void {
    cancelAlarm?.();
    cancelAlarm = undefined;
    if (watch.isIn()) {
      shared.refresh();
      watch.takeRecord();
      if (watch.hasBegun())
        cancelAlarm = environment.schedule(onAlarm, Math.min(waitMs(), CHECK_MS));
    }
    show(snapshot());
  }

  function waitMs(): number {
    if (hasIdledOut()) return leaver.nextAt() - shared.now();
    return leftMs() > warnMs ? leftMs() - warnMs : untilNextSecondMs(leftMs());
  }

  function onAlarm(): void {
    cancelAlarm = undefined;
    activity.flush();
    if (!hasIdledOut() || shared.now() < leaver.nextAt()) return evaluate();
    void leaver.attempt().then(evaluate);
  }

  function enter(): void {
    shared.open(true);
    stopListening = [
      environment.onActivity(events, activity.add),
      environment.onVisible(evaluate),
      environment.onOnline(() => {
        if (hasIdledOut()) leaver.hurry();
        evaluate();
      }),
      environment.onPageLifecycle(suspendPage, resumePage),
      environment.schedule(() => {
        if (!watch.hasBegun()) watch.begin();
        evaluate();
      }, RECORD_HELLO_MS),
    ];
  }

  function suspendPage(): void {
    activity.flush();
    // An open channel, or a lock, would keep the page out of the back/forward cache.
    shared.close();
    leaver.release();
  }

  function resumePage(): void {
    shared.open(false);
    evaluate();
  }

  function leave(): void {
    for (const end of stopListening.splice(0)) end();
    activity.flush();
    shared.close();
  }

  function stopTimer(): void {
    stopWatch?.();
    cancelAlarm?.();
    cancelAlarm = undefined;
    set(OFF);
  }

  return { getSnapshot: get, subscribe, stay: () => noteActivity(shared.now()) };
}
