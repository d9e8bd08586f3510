import type { Event } from "../types.ts";

/** Another tab, or another client of this page, as far as its announcements tell. */
export interface HeardTab {
  readonly id: number;
  /** When it was heard last, by the clock that all tabs share. */
  readonly at: number;
  readonly announcement: string;
  /** What it knew then. */
  readonly knows: "a session" | "nobody" | "nothing";
}

/** No user has more. */
const MOST_TABS = 50;

function knowledgeOf(session: object | null | undefined): HeardTab["knows"] {
  if (session) return "a session";
  return session === null ? "nobody" : "nothing";
}

/** Adds what an event tells of another tab. The one that was heard last comes first. */
export function hearTab(tabs: readonly HeardTab[], event: Event): readonly HeardTab[] {
  if (event.type !== "messageReceived" || event.announcement.isForAnother) return tabs;
  const { tab: id, type: announcement, sentAt: at, session } = event.announcement;
  const others = tabs.filter((it) => it.id !== id);
  return [{ id, at, announcement, knows: knowledgeOf(session) }, ...others].slice(0, MOST_TABS);
}
