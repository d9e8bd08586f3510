import type { InspectedStep } from "@sojourn/core";

type Event = InspectedStep["event"];
type Effect = InspectedStep["effects"][number];

/** What each type of announcement says. */
const announcements: Record<string, string> = {
  hello: "a tab has opened",
  answer: "the server has answered",
  failure: "a read has failed",
  mutating: "a mutation is under way",
  unchanged: "a mutation has changed nothing",
  changed: "the session has changed",
};

const events: { [Name in Event["type"]]: string } = {
  started: "The page begins to show the session",
  lingered: "The last subscriber has left",
  returned: "A subscriber is back",
  stopped: "The page is left",
  restored: "The page is back from the page cache",
  woke: "The time of what was planned has come",
  focused: "The tab has the focus",
  reconnected: "The device is online again",
  asked: "The app asks for the session",
  answered: "The server answers a read",
  failed: "A read fails",
  lockDenied: "Another tab is reading already",
  mutationStarted: "A mutation starts",
  mutationSettled: "A mutation ends",
  messageReceived: "A message arrives",
  nextAuthSignaled: "A signal of next-auth’s client arrives",
  hydrated: "The page hands over a session",
  configured: "The options change",
};

const effects: Record<string, string> = {
  read: "read the session",
  abort: "abort the read under way",
  changeRevision: "write a new revision",
  signalNextAuth: "signal tabs that run next-auth",
  confirmSignOut: "confirm the sign-out",
};

/** Says in a sentence what has come to a client. */
export function describeEvent(event: Event): string {
  const text = events[event.type];
  if (event.type === "messageReceived") {
    return `${text}: ${announcements[event.announcement.type]}`;
  }
  if (event.type === "failed")
    return `${text}: ${event.error.code} ${event.error.status ?? ""}`.trim();
  return text;
}

/** Says what a client does because of an event. */
export function describeEffect([name, detail]: Effect): string {
  if (name === "announce") return `announce: ${announcements[detail.type]}`;
  return effects[name] ?? `call the listeners of “${name}”`;
}

/** Says what a message of a tab is about. */
export function describeMessage(message: object): string {
  const { type, event, data, sojourn } = message as Record<string, unknown>;
  if (typeof type === "string" && type in announcements) return `Announces: ${announcements[type]}`;
  if (event !== "session") return "Posts a message";
  if (sojourn) return "Signals tabs that run next-auth’s client";
  return `Posts: session, ${String((Object(data) as { trigger?: unknown }).trigger)}`;
}
