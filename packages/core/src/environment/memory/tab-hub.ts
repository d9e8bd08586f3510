import { copyStructure } from "../../share-structure.ts";
import type { Stop, TabChannel } from "../environment.ts";
import type { ManualClock } from "./manual-clock.ts";

interface Member {
  readonly name: string;
  readonly tab: object;
  receive(message: unknown): void;
}

/** What the tabs of one browser share: channels, locks and marks. */
export interface TabHub {
  open(tab: object, name: string, onMessage: (message: unknown) => void): TabChannel;
  /** Says something on a channel in the name of nobody: an old build, an extension, an attacker. */
  inject(name: string, message: unknown): void;
  /** Like a channel, but by way of storage: what was posted last stays readable in `marks`. */
  openStorage(tab: object, name: string, onMessage: (message: unknown) => void): TabChannel;
  tryLock(tab: object, name: string): Promise<Stop | null>;
  /** Holds every lock, as a page of an old build might: nobody gets one until it is given back. */
  holdLocks(): Stop;
  /** Lets nobody hear whether a lock is free, as a browser may; until the result is called. */
  hangLocks(): Stop;
  /** What a tab that has crashed leaves behind: nothing. */
  drop(tab: object): void;
  /** What the browser stores. */
  readonly marks: Map<string, string>;
  /** Every message that was posted, for tests to look at. */
  readonly posted: readonly unknown[];
  channelCount(): number;
  lockCount(): number;
}

/** Copies as `postMessage` does, also in jsdom, which has no `structuredClone`. */
function copyMessage<T>(message: T): T {
  return typeof structuredClone === "function" ? structuredClone(message) : copyStructure(message);
}

/** @param delayMs milliseconds that a message is under way to one tab; `Infinity` loses it */
export function createTabHub(clock: ManualClock, delayMs: () => number): TabHub {
  const members = new Set<Member>();
  const locks = new Map<string, object>();
  const marks = new Map<string, string>();
  const posted: unknown[] = [];
  const holders = new Set<object>();
  const hangs = new Set<Promise<void>>();

  function deliver(name: string, message: unknown, sender?: Member): void {
    for (const member of members) {
      if (member === sender || member.name !== name) continue;
      // Copied as `postMessage` copies, so that no two tabs ever share an object.
      const copy = copyMessage(message);
      const wayMs = delayMs();
      if (wayMs === Infinity) continue;
      clock.schedule(() => members.has(member) && member.receive(copy), wayMs);
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
        marks.set(name, text);
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
    marks,
    posted,
    channelCount: () => members.size,
    lockCount: () => locks.size,
  };
}
