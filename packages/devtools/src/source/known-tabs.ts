import type { Event } from "../types.ts";

/** Another tab, or another client of this page, as far as its announcements tell. */
export interface KnownTab {
  readonly id: number;
  /** When its last announcement was received, by the clock that all tabs share. */
  readonly at: number;
  readonly announcement: string;
  /** What it knew then. */
  readonly knows: "a session" | "nobody" | "nothing";
}

/** No user has more. */
const MOST_TABS = 50;

function knowledgeOf(session: object | null | undefined): KnownTab["knows"] {
  if (session) return "a session";
  return session === null ? "nobody" : "nothing";
}

/** Notes what an event tells of another tab. The tab with the newest announcement comes first. */
export function noteTab(tabs: readonly KnownTab[], event: Event): readonly KnownTab[] {
  if (event.type !== "messageReceived" || event.announcement.isForAnother) return tabs;
  const { tab: id, type: announcement, sentAt: at, session } = event.announcement;
  const others = tabs.filter((it) => it.id !== id);
  return [{ id, at, announcement, knows: knowledgeOf(session) }, ...others].slice(0, MOST_TABS);
}
