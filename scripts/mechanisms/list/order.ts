import type { Mechanism } from "../mechanism.ts";

/** Which of several mutations and answers counts, and what takes turns. */
export const order: readonly Mechanism[] = [
  {
    name: "turns: nothing waits for a passkey",
    file: "mutations/create-serial-queue.ts",
    cut: { value: "last", in: "createSerialQueue", becomes: "Object.values(newest).at(-1)" },
    test: ["client/ceremony", "a sign-out does not wait until a user has found their passkey"],
  },
  {
    name: "popups: one that was cut off is not taken for closed",
    file: "environment/browser/popup.ts",
    cut: { call: "hasFocus", in: "openPopup", becomes: "true" },
    test: ["environment/browser/popup", "not before: a provider's page may have cut it off"],
  },
  {
    name: "a sign-out is confirmed, and posted once more if the cookie has come back",
    file: "session/is-sign-out-undone.ts",
    cut: { result: "isSignOutUndone", becomes: "false" },
    test: ["client/sign-out", "is taken away once more, unseen"],
  },
  {
    name: "order: neither of two that overlap waits for the other",
    file: "session/mutating.ts",
    cut: {
      value: "isConcludedByRead",
      in: "settleMutation",
      becomes: "needsRead || (willRead && !hasChanged)",
    },
    test: ["client/late", "neither waits for the other"],
  },
  {
    name: "a doubled click signs in once",
    file: "mutations/create-serial-queue.ts",
    cut: { result: "describe", becomes: "{}" },
    test: ["mutations/create-serial-queue", "what is asked for twice is done once, for both"],
  },
  {
    name: "order: what was asked for the truth goes on when another tab tells what it asked before",
    file: "session/merge-answer.ts",
    cut: { value: "isReadingLater", in: "mergeAnswer", becomes: "false" },
    test: ["client/concurrent", "is not answered with what another tab has asked before"],
  },
  {
    name: "order: who has signed in again is not signed out by a tab that learns late of the sign-out",
    file: "session/is-sign-out-undone.ts",
    cut: { value: "hasSignedInAgain", in: "isSignOutUndone", becomes: "false" },
    test: ["client/late", "does not sign out the same user, who has signed in again"],
  },
];
