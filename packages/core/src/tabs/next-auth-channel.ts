import type { Environment, Stop, TabChannel } from "../environment/environment.ts";
import { PROTOCOL } from "./parse-announcement.ts";

/**
 * The next-auth channel: the way to tabs, and to parts of this page, that still run next-auth's own
 * client.
 */
export interface NextAuthChannel {
  open(): void;
  close(): void;
  /** Makes them read the session. */
  signal(): void;
}

/**
 * Creates the next-auth channel, which is closed at first. It uses the storage key of v4 and the
 * channel of v5. Their messages only say that a tab has read the session or signed out. This
 * channel posts the first kind only. Its messages are marked with `sojourn`, so that tabs of this
 * library do not mistake them for next-auth's.
 *
 * Within its own page v4 sends no message, and neither version sends one for a sign-in that stays
 * on the page. Both have to make a POST request, so the channel inspects the requests of the page.
 *
 * @param name one name for all tabs that share this session: `sojourn:` and the auth server's
 *   address
 * @param onSignal receives whether it was a sign-out, and, for a request, how many milliseconds ago
 *   it began
 * @see https://github.com/nextauthjs/next-auth/blob/v4/packages/next-auth/src/client/_utils.ts
 */
export function createNextAuthChannel(
  environment: Environment,
  name: string,
  onSignal: (isSignOut: boolean, requestAgeMs: number | null) => void,
): NextAuthChannel {
  let channels: TabChannel[] = [];
  let stopWatching: Stop | undefined;

  function onMessage(message: unknown): void {
    const { event, data, sojourn } = Object(message) as Record<string, unknown>;
    if (event !== "session" || sojourn) return;
    onSignal((Object(data) as { trigger?: unknown }).trigger === "signout", null);
  }

  function inspectRequest(url: string, ageMs: number): void {
    const { href } = new URL(name.replace("sojourn:", ""), environment.pageUrl());
    // Compare the start of the address, because the path of another server may end like this one's.
    const endpoint = url.startsWith(href) ? url.slice(href.length) : "";
    const [, action] = /^\/(signout|callback)\b/.exec(endpoint) ?? [];
    if (action) onSignal(action === "signout", ageMs);
  }

  return {
    open() {
      if (channels.length) return;
      channels = [
        environment.openStorageChannel("nextauth.message", onMessage),
        environment.openTabChannel("next-auth", onMessage),
      ];
      stopWatching = environment.onRequest?.(inspectRequest);
    },
    close() {
      for (const channel of channels) channel.close();
      channels = [];
      stopWatching?.();
    },
    signal() {
      // Storage sends no event for a value that it already has, so each message needs its own
      // timestamp.
      const timestamp = environment.now();
      const data = { trigger: "getSession" };
      for (const channel of channels) {
        channel.post({ event: "session", data, timestamp, sojourn: PROTOCOL });
      }
    },
  };
}
