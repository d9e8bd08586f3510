import type { Environment, Stop, TabChannel } from "../../src/index.ts";

/** What a page keeps alive, counted by its kind. */
export interface Alive {
  timers: number;
  listeners: number;
  channels: number;
  locks: number;
}

/** What of a page others can notice. */
export interface Said {
  messages: number;
  revisions: number;
  /** When it last asked for a lock, which it may have been denied. */
  lockAt: number;
}

/**
 * Wraps a page's world, so that all that is alive in it is counted.
 *
 * @param now milliseconds since the start of the run
 */
export function watchEnvironment(
  environment: Environment,
  now: () => number,
): {
  environment: Environment;
  alive: Readonly<Alive>;
  said: Readonly<Said>;
  /** The names under which channels were opened. */
  channelNames: ReadonlySet<string>;
} {
  const alive: Alive = { timers: 0, listeners: 0, channels: 0, locks: 0 };
  const said: Said = { messages: 0, revisions: 0, lockAt: -Infinity };
  const channelNames = new Set<string>();

  /** Counts something until it is stopped for the first time. */
  function count(kind: keyof Alive, stop: Stop): Stop {
    let isAlive = true;
    alive[kind] += 1;
    return () => {
      if (isAlive) alive[kind] -= 1;
      isAlive = false;
      stop();
    };
  }

  function watchChannel(name: string, channel: TabChannel): TabChannel {
    channelNames.add(name);
    return {
      ...channel,
      post(message) {
        said.messages += 1;
        channel.post(message);
      },
      close: count("channels", channel.close),
    };
  }

  return {
    alive,
    said,
    channelNames,
    environment: {
      ...environment,
      schedule(task, delayMs) {
        const stop = count("timers", () => cancel());
        const cancel = environment.schedule(() => {
          stop();
          task();
        }, delayMs);
        return stop;
      },
      onActivate: (listener) => count("listeners", environment.onActivate(listener)),
      onVisible: (listener) => count("listeners", environment.onVisible(listener)),
      onOnline: (listener) => count("listeners", environment.onOnline(listener)),
      onPageLifecycle: (...listeners) =>
        count("listeners", environment.onPageLifecycle(...listeners)),
      openTabChannel: (name, onMessage) =>
        watchChannel(name, environment.openTabChannel(name, onMessage)),
      openStorageChannel: (name, onMessage) =>
        watchChannel(name, environment.openStorageChannel(name, onMessage)),
      revision(name, next) {
        if (next !== undefined) said.revisions += 1;
        return environment.revision(name, next);
      },
      async tryLock(name) {
        said.lockAt = now();
        const release = await environment.tryLock(name);
        return release && count("locks", release);
      },
    },
  };
}
