import type { Mechanism } from "../mechanism.ts";

/** What signs nobody out, whose session it is, and which object. */
export const users: readonly Mechanism[] = [
  {
    name: "users: another one is never merged",
    file: "session/identity.ts",
    cut: { call: "isSameUser", in: "shareSession", becomes: "true" },
    test: ["share-structure", "shares nothing between two users"],
  },
  {
    name: "structural sharing",
    file: "share-structure.ts",
    cut: { value: "isSame", in: "shareStructure", becomes: "false" },
    test: ["client/observe", "six polls that change nothing render none of a thousand consumers"],
  },
  {
    name: "what the server has rendered is the same object, as long as it shows the same",
    file: "runtime/session-observer.ts",
    cut: { call: "haveSameVisibleFields", in: "getServerSnapshot", becomes: "false" },
    test: ["client/hydrate", "is what getSnapshot shows, too, as long as nothing changes"],
  },
  {
    name: "evidence: an end that no server's clock has confirmed is none",
    file: "session/applying.ts",
    cut: { call: "hasEnded", in: "applyFailure", becomes: "now >= draft.expiry.at" },
    test: ["client/evidence", "is asked for, and stays with an error"],
  },
  {
    name: "evidence: nor by the clock alone",
    file: "session/transition.ts",
    cut: { call: "hasEnded", in: "expireSession", becomes: "clock.now >= expiry.at" },
    test: ["client/evidence", "counts no more where a sign-in of its own tab hangs"],
  },
];
