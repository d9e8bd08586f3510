import type { Environment, TabChannel } from "../environment/environment.ts";
import type { Announcement } from "../session/announcement.ts";
import { parseAnnouncement, PROTOCOL } from "./parse-announcement.ts";

/** The line on which the tabs of one browser talk about one session. */
export interface TabLine {
  open(): void;
  close(): void;
  announce(announcement: Announcement): void;
}

/** What may be written to storage, and so stay there: that there is news, not what it is. */
function withoutSession({ type, ...order }: Announcement): object {
  const isOutcome = type === "answer" || type === "failure";
  // JSON has no `Infinity`.
  return {
    ...order,
    type: isOutcome ? "changed" : type,
    session: undefined,
    expiresAt: 0,
    readAt: 0,
  };
}

/**
 * Makes a line, closed at first. Session data goes through channels only, never into storage; what
 * arrives is parsed, and dropped if it does not fit.
 *
 * @param name one name for all tabs that share a session
 */
export function createTabLine(
  environment: Environment,
  name: string,
  onAnnouncement: (announcement: Announcement) => void,
): TabLine {
  let channel: TabChannel | undefined;
  let newestMutation = 0;

  /** Whether an announcement tells of a mutation that was not told of before. */
  function isMutation({ mutation }: Announcement): boolean {
    const isNew = mutation > newestMutation;
    newestMutation = Math.max(mutation, newestMutation);
    return isNew;
  }

  return {
    open() {
      channel ??= environment.openTabChannel(name, (message) => {
        const announcement = parseAnnouncement(message, environment.now());
        if (!announcement) return;
        isMutation(announcement);
        onAnnouncement(announcement);
      });
    },
    close() {
      channel?.close();
      channel = undefined;
    },
    announce(announcement) {
      const isNew = isMutation(announcement);
      // For pages that are frozen now and cannot hear.
      if (isNew) environment.mark(name, String(environment.random()));
      if (!channel || !(isNew || channel.carriesData)) return;
      const message = channel.carriesData ? announcement : withoutSession(announcement);
      try {
        channel.post({ ...message, sojourn: PROTOCOL });
      } catch {
        // A session that cannot be copied (a page has put a function into it) stays in its tab.
      }
    },
  };
}
