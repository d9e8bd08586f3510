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
  tryLock(tab: object, name: string): Stop | null;
  /** What a tab that has crashed leaves behind: nothing. */
  drop(tab: object): void;
  readonly marks: Map<string, string>;
  /** Every message that was posted, for tests to look at. */
  readonly posted: readonly unknown[];
  channelCount(): number;
  lockCount(): number;
}

/** @param delayMs milliseconds that a message is under way */
export function createTabHub(clock: ManualClock, delayMs: number): TabHub {
  const members = new Set<Member>();
  const locks = new Map<string, object>();
  const posted: unknown[] = [];

  function deliver(name: string, message: unknown, sender?: Member): void {
    for (const member of members) {
      if (member === sender || member.name !== name) continue;
      // Copied as `postMessage` copies, so that no two tabs ever share an object.
      const copy = structuredClone(message);
      clock.schedule(() => members.has(member) && member.receive(copy), delayMs);
    }
  }

  return {
    open(tab, name, receive) {
      const member = { name, tab, receive };
      members.add(member);
      return {
        carriesData: true,
        post(message) {
          posted.push(structuredClone(message));
          if (members.has(member)) deliver(name, message, member);
        },
        close: () => void members.delete(member),
      };
    },
    inject: (name, message) => deliver(name, message),
    tryLock(tab, name) {
      if (locks.has(name)) return null;
      locks.set(name, tab);
      return () => {
        if (locks.get(name) === tab) locks.delete(name);
      };
    },
    drop(tab) {
      for (const member of members) if (member.tab === tab) members.delete(member);
      for (const [name, holder] of locks) if (holder === tab) locks.delete(name);
    },
    marks: new Map(),
    posted,
    channelCount: () => members.size,
    lockCount: () => locks.size,
  };
}
