import type { Environment, TabChannel } from "../environment/environment.ts";
import { PROTOCOL } from "./parse-announcement.ts";

/** The line to tabs that still run next-auth's own client. */
export interface NextAuthLine {
  open(): void;
  close(): void;
  /** Has those tabs ask for the session again. */
  tell(): void;
}

/**
 * Makes that line, closed at first: the storage key of v4, and the channel of v5. A message says that
 * a tab has read the session, or signed out, and no more; so ours say the first, and are marked, lest
 * our own tabs take them for next-auth's.
 *
 * @param onNews is told whether there was a sign-out
 * @see https://github.com/nextauthjs/next-auth/blob/v4/packages/next-auth/src/client/_utils.ts
 */
export function createNextAuthLine(
  environment: Environment,
  onNews: (isSignOut: boolean) => void,
): NextAuthLine {
  let channels: TabChannel[] = [];

  function hear(message: unknown): void {
    const { event, data, sojourn } = Object(message) as Record<string, unknown>;
    if (event !== "session" || sojourn) return;
    onNews((Object(data) as { trigger?: unknown }).trigger === "signout");
  }

  return {
    open() {
      if (channels.length) return;
      channels = [
        environment.openStorageChannel("nextauth.message", hear),
        environment.openTabChannel("next-auth", hear),
      ];
    },
    close() {
      for (const channel of channels) channel.close();
      channels = [];
    },
    tell() {
      // Storage tells nobody of a value that it has already.
      const timestamp = environment.now();
      const data = { trigger: "getSession" };
      for (const channel of channels) {
        channel.post({ event: "session", data, timestamp, sojourn: PROTOCOL });
      }
    },
  };
}
