import type { Mechanism } from "../mechanism.ts";

/** What ends a wait. */
export const waits: readonly Mechanism[] = [
  {
    name: "cold start: loading ends, whatever the server does",
    file: "session/observing.ts",
    cut: { value: "loadingUntil", in: "observe", becomes: "Infinity" },
    test: ["client/loading", "is never loading for longer than 11 s"],
  },
  {
    name: "timeout: of a fetch that does not listen to its signal",
    file: "api/http.ts",
    cut: { call: "withDeadline", in: "createHttp", becomes: "ask()" },
    test: ["client/first-read", "a fetch that does not listen to its signal"],
  },
  {
    name: "waits: a lock that does not answer is waited for a second",
    file: "durations.ts",
    cut: { value: "LOCK_WAIT_MS", becomes: "Infinity" },
    test: ["client/hung", "the first read is made all the same, a second later"],
  },
  {
    name: "waits: a lock that answers late is given back",
    file: "runtime/create-reader.ts",
    cut: { call: "granted", in: "takeLock" },
    test: ["client/hung", "a lock that is granted late is given back"],
  },
  {
    name: "waits: who is gone waits no longer",
    file: "deadline.ts",
    cut: { call: "addEventListener", in: "withDeadline" },
    test: ["client/hung", "a page that is left meanwhile waits for it no longer"],
  },
  {
    name: "waits: a schema that says nothing is given up",
    file: "api/schema.ts",
    cut: {
      call: "withDeadline",
      in: "createParser",
      becomes: "parseSession(schema, session, details)",
    },
    test: ["client/hung", "a first read is an error within eleven seconds"],
  },
  {
    name: "waits: and by an update, at once where a sign-out overtakes it",
    file: "api/session.ts",
    cut: { call: "toSessionAnswer", in: "postSession", becomes: "toSessionAnswer(answer, parse)" },
    test: ["client/hung", "an update ends in time, and a sign-out ends it at once"],
  },
  {
    name: "waits: a schema is asked about all that is said at once, and not one after the other",
    file: "tabs/peer-channel.ts",
    cut: {
      call: "Promise.all",
      in: "deliverInOrder",
      becomes: "previous.then(() => Promise.all([parsePeerSession(announcement)]))",
    },
    test: ["client/hung", "what others say is looked at as it comes"],
  },
  {
    name: "waits: a POST has a minute",
    file: "durations.ts",
    cut: { value: "MUTATION_TIMEOUT_MS", becomes: "TIMEOUT_MS" },
    test: ["client/hung", "of twelve seconds in `authorize` signs in"],
  },
  {
    name: "waits: Retry-After is obeyed for five minutes at most",
    file: "api/retry-after.ts",
    cut: { value: "MAX_WAIT_MS", becomes: "Infinity" },
    test: ["api/retry-after", "no longer than"],
  },
  {
    name: "waits: so is what another tab says of it",
    file: "session/durations.ts",
    cut: { value: "LONGEST_RETRY_MS", becomes: "Infinity" },
    test: ["client/flood", "a failure that is not to be tried again before"],
  },
];
