/** These run in a page before its own scripts; see `preparation`, and Playwright's `addInitScript`. */

/** Makes the page's wall clock wrong by so many milliseconds. */
export function setClockForth(byMs: number): void {
  const RightDate = Date;
  globalThis.Date = new Proxy(RightDate, {
    construct: (target, args) =>
      args.length ? Reflect.construct(target, args) : new RightDate(RightDate.now() + byMs),
    get: (target, name) =>
      name === "now" ? () => RightDate.now() + byMs : Reflect.get(target, name),
  });
}

/** What a page keeps alive at the moment. */
export interface Alive {
  /** Those of window and document. */
  listeners: number;
  timers: number;
  channels: number;
  /** Held or asked for. */
  locks: number;
  requests: number;
}

declare global {
  interface Window {
    countAlive?: () => Promise<Alive>;
  }
}

/** Counts what the page starts and ends, from now on. */
export function countResources(): void {
  const listeners = new Set<string>();
  const timers = new Set<number>();
  const channels = new Set<BroadcastChannel>();
  let requests = 0;

  const ids = new WeakMap<object, number>();
  let lastId = 0;
  const keyOf = (target: object, type: string, listener: object) => {
    const id = ids.get(listener) ?? (lastId += 1);
    ids.set(listener, id);
    return `${target === window ? "window" : "document"} ${type} ${id}`;
  };
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = (type: string, listener: EventListener, options?: object) => {
      if (listener) listeners.add(keyOf(target, type, listener));
      addEventListener.call(target, type, listener, options);
    };
    target.removeEventListener = (type: string, listener: EventListener, options?: object) => {
      if (listener) listeners.delete(keyOf(target, type, listener));
      removeEventListener.call(target, type, listener, options);
    };
  }

  const { setInterval: repeat, clearInterval: stop } = window;
  window.setInterval = ((task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const timer = repeat(task, ms, ...args);
    timers.add(timer);
    return timer;
  }) as typeof setInterval;
  window.clearInterval = (timer) => {
    timers.delete(timer as number);
    stop(timer);
  };
  const { setTimeout: set, clearTimeout: clear, fetch: send } = window;
  window.setTimeout = ((task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const timer = set(() => {
      timers.delete(timer);
      task(...args);
    }, ms);
    timers.add(timer);
    return timer;
  }) as typeof setTimeout;
  window.clearTimeout = (timer) => {
    timers.delete(timer as number);
    clear(timer);
  };
  window.fetch = (...args) => {
    requests += 1;
    return send(...args).finally(() => {
      requests -= 1;
    });
  };
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      channels.add(this);
    }
    override close() {
      channels.delete(this);
      super.close();
    }
  };

  window.countAlive = async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return {
      listeners: listeners.size,
      timers: timers.size,
      channels: channels.size,
      locks: held.length + pending.length,
      requests,
    };
  };
}

/** What a browser may lack, or refuse. */
export type Feature = "BroadcastChannel" | "Web Locks" | "storage";

/** Makes the browser lack or refuse these. */
export function takeAway(features: Feature[]): void {
  const refuse = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  if (features.includes("BroadcastChannel")) Reflect.deleteProperty(window, "BroadcastChannel");
  if (features.includes("Web Locks")) Object.defineProperty(navigator, "locks", {});
  if (features.includes("storage")) {
    Object.defineProperty(window, "localStorage", { get: refuse });
    Object.defineProperty(window, "sessionStorage", { get: refuse });
  }
}
