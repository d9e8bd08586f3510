import { createSteadyClock } from "../steady-clock.ts";
import type { Stop } from "../environment.ts";
import type { IdleEnvironment } from "../idle-environment.ts";
import type { ManualClock } from "./manual-clock.ts";
import { listen } from "./listen.ts";
import { openMemoryChannel } from "./memory-channel.ts";
import { createSuspension } from "./suspension.ts";
import type { MemoryTab, MemoryTabOptions } from "./tab-options.ts";
import type { TabHub } from "./tab-hub.ts";

/** Creates a tab; see `createMemoryWorld`. */
export function createMemoryTab(
  clock: ManualClock,
  hub: TabHub,
  options: MemoryTabOptions,
): MemoryTab {
  const {
    url = "https://app.example/",
    hasChannel = true,
    hasLocks = true,
    hasStorage = true,
  } = options;
  const self = {};
  const suspension = createSuspension(clock);
  const navigations: string[] = [];
  const visible = new Set<() => void>();
  const online = new Set<() => void>();
  const timers = new Set<Stop>();
  const lifecycles = new Set<{ onHide(): void; onRestore(): void }>();
  const activations = new Set<() => void>();
  const activities = new Set<{ types: readonly string[]; listener(): void }>();
  let isPrerendering = !!options.isPrerendering;
  let isVisible = !isPrerendering;
  let isOnline = true;
  let isAlive = true;

  const environment: IdleEnvironment = {
    now: createSteadyClock(clock.wall, clock.monotonic),
    random: options.random,
    schedule(task, delayMs) {
      let cancel = clock.schedule(() => {
        timers.delete(cancelTimer);
        cancel = suspension.run(task);
      }, delayMs);
      const cancelTimer = (): void => {
        timers.delete(cancelTimer);
        cancel();
      };
      timers.add(cancelTimer);
      return cancelTimer;
    },
    fetch(target, init) {
      const response =
        isOnline && isAlive
          ? options.fetch(new URL(target, url).href, init)
          : Promise.reject(new TypeError("Failed to fetch"));
      return new Promise((resolve, reject) => {
        response.then(
          (result) => suspension.run(() => resolve(result)),
          (error: unknown) => suspension.run(() => reject(error)),
        );
      });
    },
    page: () => self,
    pageUrl: () => url,
    isArrival: () => !!options.isArrival,
    navigate: (target) => void navigations.push(target),
    openPopup: () => options.popup?.() ?? null,
    authUrl: () => undefined,
    isPrerendering: () => isPrerendering,
    onActivate: (listener) => listen(activations, listener),
    isVisible: () => isVisible,
    isOnline: () => isOnline,
    onVisible: (listener) => listen(visible, listener),
    onOnline: (listener) => listen(online, listener),
    onPageLifecycle: (onHide, onRestore) => listen(lifecycles, { onHide, onRestore }),
    onActivity: (types, listener) => listen(activities, { types, listener }),
    openTabChannel: (name, onMessage) =>
      openMemoryChannel(hub, self, suspension, { hasChannel, hasStorage }, name, onMessage),
    openStorageChannel: (name, onMessage) =>
      openMemoryChannel(hub, self, suspension, { hasChannel: false, hasStorage }, name, onMessage),
    // Browsers delay locks until a prerendered page is shown.
    tryLock(name) {
      if (!hasLocks) return Promise.resolve(() => {});
      if (!isPrerendering) return hub.tryLock(self, name);
      return new Promise((resolve) => {
        const stop = listen(activations, () => {
          stop();
          resolve(hub.tryLock(self, name));
        });
      });
    },
    revision(name, next) {
      if (!hasStorage) return undefined;
      const key = `${name}#`;
      if (next) hub.storage.set(key, next);
      return hub.storage.get(key) ?? null;
    },
  };

  return {
    environment,
    navigations,
    activate() {
      if (!isPrerendering) return;
      isPrerendering = false;
      isVisible = true;
      for (const listener of [...activations, ...visible]) suspension.run(listener);
    },
    act(type = "pointerdown") {
      for (const { types, listener } of [...activities]) {
        if (types.includes(type)) suspension.run(listener);
      }
    },
    hide() {
      isVisible = false;
    },
    show() {
      isVisible = true;
      for (const listener of visible) listener();
    },
    goOffline() {
      isOnline = false;
    },
    goOnline() {
      isOnline = true;
      for (const listener of online) suspension.run(listener);
    },
    freeze: suspension.freeze,
    thaw: suspension.thaw,
    enterPageCache() {
      for (const { onHide } of lifecycles) onHide();
    },
    leavePageCache() {
      for (const { onRestore } of lifecycles) onRestore();
    },
    crash() {
      isAlive = false;
      suspension.end();
      hub.drop(self);
      for (const cancel of timers) cancel();
    },
    listenerCount: () =>
      visible.size + online.size + lifecycles.size + activations.size + activities.size,
  };
}
