import { createSteadyClock } from "../steady-clock.ts";
import { LONGEST_TIMER_MS, type Environment } from "../environment.ts";
import { isOnline, onOnline } from "./connectivity.ts";
import { isArrival, navigate, pageUrl } from "./navigate.ts";
import { onPageLifecycle } from "./page-lifecycle.ts";
import { isPrerendering, onActivate } from "./prerendering.ts";
import { onRequest } from "./requests.ts";
import { openStorageChannel } from "./storage-channel.ts";
import { accessStorage } from "./storage.ts";
import { openTabChannel } from "./tab-channel.ts";
import { tryLock } from "./tab-lock.ts";
import { isVisible, onVisible } from "./visibility.ts";

// What all clients of a page share. Globals are looked up at each call, so that tests can replace
// them.
const shared: Omit<Environment, "now"> = {
  random: () => Math.random(),
  schedule(task, delayMs) {
    const timer = setTimeout(task, Math.min(delayMs, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
  fetch: (url, init) => fetch(url, init),
  authUrl: () => undefined,
  page: () => window,
  pageUrl,
  isArrival,
  navigate,
  isPrerendering,
  onActivate,
  isVisible,
  isOnline,
  onVisible,
  onOnline,
  onPageLifecycle,
  onRequest,
  openTabChannel,
  openStorageChannel,
  tryLock,
  revision: (name, next) => accessStorage(`${name}#`, next),
};

/** Creates the environment of a browser, with a clock of its own. */
export function createBrowserEnvironment(): Environment {
  const now = createSteadyClock(
    () => Date.now(),
    // A test's stub may lack it.
    () => performance.now?.() ?? 0,
  );
  return { ...shared, now };
}
