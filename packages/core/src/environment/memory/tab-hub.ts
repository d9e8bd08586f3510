import { copyStructure } from "../../share-structure.ts";
import type { Stop, TabChannel } from "../environment.ts";
import type { ManualClock } from "./manual-clock.ts";

interface Member {
  readonly name: string;
  readonly tab: object;
  receive(message: unknown): void;
}

/** What the tabs of one simulated browser share: channels, locks and storage. */
export interface TabHub {
  open(tab: object, name: string, onMessage: (message: unknown) => void): TabChannel;
  /**
   * Posts a message that is from none of the tabs, as an old build, an extension or an attacker
   * may.
   */
  inject(name: string, message: unknown): void;
  /** Opens a channel that uses storage. The last message stays in `storage`. */
  openStorage(tab: object, name: string, onMessage: (message: unknown) => void): TabChannel;
  tryLock(tab: object, name: string): Promise<Stop | null>;
  /**
   * Holds every lock, as a page of an old build may. No tab gets one until the result is called.
   */
  holdLocks(): Stop;
  /** Leaves `tryLock` unanswered, as a browser may do, until the result is called. */
  hangLocks(): Stop;
  /** Closes the channels and releases the locks of a tab that has crashed. */
  drop(tab: object): void;
  /** The browser's storage. */
  readonly storage: Map<string, string>;
  /** Every message that was posted, for tests. */
  readonly posted: readonly unknown[];
  channelCount(): number;
  lockCount(): number;
}

/** Copies a message as the browser's channel does. jsdom has no `structuredClone`. */
function copyMessage<T>(message: T): T {
  const copy = copyStructure(message);
  return typeof structuredClone === "function" ? structuredClone(copy) : copy;
}

/**
 * Creates the hub of one simulated browser.
 *
 * @param delayMs returns the milliseconds until a message arrives at one tab; `Infinity` loses it
 */
export function createTabHub(clock: ManualClock, delayMs: () => number): TabHub {
  const members = new Set<Member>();
  const locks = new Map<string, object>();
  const storage = new Map<string, string>();
  const posted: unknown[] = [];
  const holders = new Set<object>();
  const hangs = new Set<Promise<void>>();

  function deliver(name: string, message: unknown, sender?: Member): void {
    for (const member of members) {
      if (member === sender || member.name !== name) continue;
      // Each tab gets a copy, so that no two tabs share an object.
      const copy = copyMessage(message);
      const arrivesInMs = delayMs();
      if (arrivesInMs === Infinity) continue;
      clock.schedule(() => members.has(member) && member.receive(copy), arrivesInMs);
    }
  }

  function open(
    tab: object,
    name: string,
    receive: (message: unknown) => void,
    carriesData: boolean,
    toPosted: (message: object) => unknown,
  ): TabChannel {
    const member = { name, tab, receive };
    members.add(member);
    return {
      carriesData,
      post(message) {
        const copy = toPosted(message);
        posted.push(copy);
        if (members.has(member)) deliver(name, copy, member);
      },
      close: () => void members.delete(member),
    };
  }

  return {
    open: (tab, name, receive) => open(tab, name, receive, true, copyMessage),
    openStorage: (tab, name, receive) =>
      open(tab, name, receive, false, (message) => {
        const text = JSON.stringify(message);
        storage.set(name, text);
        return JSON.parse(text);
      }),
    inject: (name, message) => deliver(name, message),
    async tryLock(tab, name) {
      await Promise.all(hangs);
      if (holders.size || locks.has(name)) return null;
      locks.set(name, tab);
      // Like a browser, which denies a request that comes in the same task as the release.
      return () => {
        clock.schedule(() => {
          if (locks.get(name) === tab) locks.delete(name);
        }, 0);
      };
    },
    hangLocks() {
      let end = (): void => {};
      const hang = new Promise<void>((resolve) => {
        end = resolve;
      });
      hangs.add(hang);
      return () => {
        hangs.delete(hang);
        end();
      };
    },
    holdLocks() {
      const holder = {};
      holders.add(holder);
      return () => void holders.delete(holder);
    },
    drop(tab) {
      for (const member of members) if (member.tab === tab) members.delete(member);
      for (const [name, holder] of locks) if (holder === tab) locks.delete(name);
    },
    storage,
    posted,
    channelCount: () => members.size,
    lockCount: () => locks.size,
  };
}
