import type { Environment, Stop, TabChannel } from "../environment/environment.ts";
import { PROTOCOL } from "./parse-announcement.ts";

/** The line to tabs, and parts of this page, that still run next-auth's own client. */
export interface NextAuthChannel {
  open(): void;
  close(): void;
  /** Has them ask for the session again. */
  tell(): void;
}

/**
 * Makes that line, closed at first: the storage key of v4, and the channel of v5. A message says that
 * a tab has read the session, or signed out, and no more; so ours say the first, and are marked, lest
 * our own tabs take them for next-auth's.
 *
 * Within its own page v4 is silent, and both tell nobody of a sign-in that stays there; but they have
 * to post, which the page's requests show.
 *
 * @param name one name for all tabs that share this session: `sojourn:` and the auth server's address
 * @param onNews is told whether there was a sign-out, and how long ago its request began
 * @see https://github.com/nextauthjs/next-auth/blob/v4/packages/next-auth/src/client/_utils.ts
 */
export function createNextAuthChannel(
  environment: Environment,
  name: string,
  onNews: (isSignOut: boolean, ageMs?: number) => void,
): NextAuthChannel {
  let channels: TabChannel[] = [];
  let stopWatching: Stop | undefined;

  function hear(message: unknown): void {
    const { event, data, sojourn } = Object(message) as Record<string, unknown>;
    if (event !== "session" || sojourn) return;
    onNews((Object(data) as { trigger?: unknown }).trigger === "signout");
  }

  function watch(url: string, ageMs: number): void {
    const { href } = new URL(name.replace("sojourn:", ""), environment.pageUrl());
    // From its start: another server's path may end like this one's.
    const endpoint = url.startsWith(href) ? url.slice(href.length) : "";
    const [, what] = /^\/(signout|callback)\b/.exec(endpoint) ?? [];
    if (what) onNews(what === "signout", ageMs);
  }

  return {
    open() {
      if (channels.length) return;
      channels = [
        environment.openStorageChannel("nextauth.message", hear),
        environment.openTabChannel("next-auth", hear),
      ];
      stopWatching = environment.onRequest?.(watch);
    },
    close() {
      for (const channel of channels) channel.close();
      channels = [];
      stopWatching?.();
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
