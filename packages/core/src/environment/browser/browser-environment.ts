import { createHonestClock } from "../clock.ts";
import type { Environment } from "../environment.ts";
import { isOnline, onOnline } from "./connectivity.ts";
import { isArrival, navigate, pageUrl } from "./navigate.ts";
import { onPageLifecycle } from "./page-lifecycle.ts";
import { openPopup } from "./popup.ts";
import { isPrerendering, onActivate } from "./prerendering.ts";
import { onRequest } from "./requests.ts";
import { openStorageChannel } from "./storage-channel.ts";
import { accessStorage } from "./storage.ts";
import { openTabChannel } from "./tab-channel.ts";
import { tryLock } from "./tab-lock.ts";
import { isVisible, onVisible } from "./visibility.ts";

/** The browser, one signal a file. Globals are looked up at each call, so that tests can replace them. */
export function createBrowserEnvironment(): Environment {
  return {
    now: createHonestClock(
      () => Date.now(),
      () => performance.now(),
    ),
    random: () => Math.random(),
    schedule(task, delayMs) {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
    fetch: (url, init) => fetch(url, init),
    authUrl: () => undefined,
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
    openPopup,
    openTabChannel,
    openStorageChannel,
    tryLock,
    mark: (name, next) => accessStorage(`${name}#`, next),
  };
}
