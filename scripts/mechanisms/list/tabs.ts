import type { Mechanism } from "../mechanism.ts";

/** What tabs tell each other, and what they make of it. */
export const tabs: readonly Mechanism[] = [
  {
    name: "announcements: an answer is told to all tabs",
    file: "session/reading.ts",
    cut: { call: "push", with: "answer", in: "receiveAnswer" },
    test: ["client/tabs", "what getSession() finds out is on every tab"],
  },
  {
    name: "announcements: a failure too, so that all tabs back off together",
    file: "session/reading.ts",
    cut: { call: "push", with: "failure", in: "receiveFailure" },
    test: ["client/backoff", "a failure makes all tabs back off together"],
  },
  {
    name: "hello: a new tab asks the others first",
    file: "session/observing.ts",
    cut: { call: "push", with: "hello", in: "observe" },
    test: ["client/first-read", "asks nothing in a tab that opens beside one with a fresh answer"],
  },
  {
    name: "hello: and waits for them before it asks the server",
    file: "session/durations.ts",
    cut: { value: "HELLO_MS", becomes: "0" },
    test: ["client/first-read", "asks the server once, after it has waited 15 ms for other tabs"],
  },
  {
    name: "hello: a page that a server has sent the user to asks all the same",
    file: "runtime/page-watch.ts",
    cut: { value: "isArrival", in: "startListening", becomes: "false" },
    test: ["client/first-read", "a page that the server has sent the user to asks, for"],
  },
  {
    name: "storage in place of a channel carries no session",
    file: "tabs/peer-channel.ts",
    cut: { value: "message", in: "announce", becomes: "announcement" },
    test: ["tabs/peer-channel", "without a channel, no session data is posted"],
  },
  {
    name: "storage tells what a read has found",
    file: "session/announcement-effects.ts",
    cut: { value: "isUrgent", in: "toAnnouncementEffects", becomes: "isMutation || isMutating" },
    test: ["client/storage", "a session that the server has ended is gone from all tabs"],
  },
  {
    name: "messages are parsed field by field: what they hold besides goes nowhere",
    file: "tabs/parse-announcement.ts",
    cut: { result: "parseAnnouncement", becomes: "message" },
    test: ["client/flood", "has no field that a tab does not know"],
  },
  {
    name: "messages: what claims an end long past is over now, and no sooner",
    file: "tabs/parse-announcement.ts",
    cut: { value: "expiresAt", in: "parseAnnouncement", becomes: "expiresAt" },
    test: ["client/flood", "has no end before it was said"],
  },
  {
    name: "floods: what other tabs say causes one read a second",
    file: "session/durations.ts",
    cut: { value: "PEER_READ_MS", becomes: "0" },
    test: ["client/flood", "changes by mutations that are each newer"],
  },
];
