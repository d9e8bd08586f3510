import type { Effect, Event } from "../types.ts";

/** Names a tab, or a client of a page, by a short text. */
export function tabName(id: number | null): string {
  return id === null
    ? "–"
    : Math.floor(id * 0x10000)
        .toString(16)
        .padStart(4, "0");
}

/** Says in a few words what an event brought. */
export function describeEvent(event: Event): string {
  switch (event.type) {
    case "answered":
    case "hydrated":
      return event.session ? "a session" : "nobody is signed in";
    case "failed":
      return event.error.status ? `${event.error.code} ${event.error.status}` : event.error.code;
    case "messageReceived":
      return `${event.announcement.type} from tab ${tabName(event.announcement.tab)}`;
    case "mutationStarted":
    case "mutationSettled":
      return event.isUpdate ? "update" : "sign-in or sign-out";
    case "nextAuthSignaled":
      return event.isSignOut ? "sign-out by other code" : "by other code";
    case "started":
      return event.isPrerendering ? "prerendered" : "";
    default:
      return "";
  }
}

/** Says in a few words what an effect does. */
export function describeEffect(effect: Effect): string {
  switch (effect[0]) {
    case "read":
      return effect[2] ? "read, forced" : "read";
    case "announce":
      return `announce ${effect[1].type}`;
    case "error":
      return `emit error (${effect[1].code})`;
    case "expired":
    case "signedIn":
    case "signedOut":
    case "userChanged":
      return `emit ${effect[0]}`;
    default:
      return effect[0];
  }
}
