import type { Policy, UserWorld } from "../user.ts";

interface NextAuthTab {
  session: boolean;
  isOpen: boolean;
}

/**
 * A model of `next-auth/react`, from its documented and measured behaviour:
 *
 * - each tab polls by an interval of its own, hidden or not, unless it believes to be signed out;
 * - any failure means "signed out";
 * - a poll tells all other tabs, which ask for themselves;
 * - v5 receives its own messages, and asks twice;
 * - v4's messages of one second are the same, and received once.
 */
function createNextAuth(receivesItsOwn: boolean, isReceivedOncePerSecond: boolean): Policy {
  return (world) => {
    const { timeline, pollMs, opensAtMs } = world;
    const tabs = opensAtMs.map((): NextAuthTab => ({ session: false, isOpen: false }));
    let toldIn = -1;

    function tellOthers(sender: NextAuthTab): void {
      const second = Math.floor(timeline.wall() / 1000);
      if (isReceivedOncePerSecond && second === toldIn) return;
      toldIn = second;
      for (const tab of tabs) {
        if (tab.isOpen && (receivesItsOwn || tab !== sender)) read(tab, false);
      }
    }

    function read(tab: NextAuthTab, tells: boolean): void {
      const { status, afterMs } = world.backend.ask();
      timeline.schedule(() => {
        tab.session = status === 200;
        if (tells) tellOthers(tab);
      }, afterMs);
    }

    function poll(tab: NextAuthTab): void {
      if (tab.session) read(tab, true);
      timeline.schedule(() => poll(tab), pollMs);
    }

    function open(tab: NextAuthTab): void {
      tab.isOpen = true;
      read(tab, true);
      timeline.schedule(() => poll(tab), pollMs);
    }

    tabs.forEach((tab, index) => timeline.schedule(() => open(tab), opensAtMs[index] ?? 0));
    return { isSignedOut: () => tabs.some(({ session }) => !session) };
  };
}

export const nextAuth4: Policy = createNextAuth(false, true);
export const nextAuth5: Policy = createNextAuth(true, false);

/** A model of better-auth's client: each tab polls for itself, and a failure changes nothing. */
export const betterAuth: Policy = (world: UserWorld) => {
  const { backend, timeline, pollMs, opensAtMs } = world;
  function poll(): void {
    backend.ask();
    timeline.schedule(poll, pollMs);
  }
  for (const opensAt of opensAtMs) timeline.schedule(poll, opensAt);
  return { isSignedOut: () => false };
};
