import type { Mechanism } from "../mechanism.ts";

/** What holds back reads and updates while somebody signs in or out. */
export const barrier: readonly Mechanism[] = [
  {
    name: "barrier: a mutation aborts the reads of its own tab",
    file: "session/mutating.ts",
    cut: { call: "invalidateRead", in: "startMutation" },
    test: ["client/order", "reads are aborted before its POST leaves: the same tab"],
  },
  {
    name: "barrier: a mutation is announced before its POST leaves",
    file: "session/mutating.ts",
    cut: { call: "push", with: "mutating", in: "startMutation" },
    test: ["client/order", "reads are aborted before its POST leaves: another tab"],
  },
  {
    name: "barrier: other tabs hold their reads back meanwhile",
    file: "session/refetch-policy.ts",
    cut: { result: "peersMutateUntil", becomes: "0" },
    test: ["client/waiting", "polls of all tabs wait while one of them signs in"],
  },
  {
    name: "barrier: no longer than five seconds",
    file: "session/durations.ts",
    cut: { value: "PEER_MUTATION_MS", becomes: "Infinity" },
    test: ["client/waiting", "waits no longer than five seconds for a tab that has died"],
  },
  {
    name: "barrier: five seconds from the mutation's start, for newcomers too",
    file: "session/receive-message.ts",
    cut: { value: "endsAt", in: "notePeerMutation", becomes: "clock.now + PEER_MUTATION_MS" },
    test: ["client/late", "a dead tab holds reads back no longer, though a tab opens"],
  },
  {
    name: "barrier: a sign-out aborts updates",
    file: "runtime/effect-runner.ts",
    cut: { call: "controller.abort", in: "run" },
    test: ["client/order", "wins, and the update rejects"],
  },
  {
    name: "barrier: updates of all tabs are made one after the other",
    file: "mutations/update.ts",
    cut: { value: "isFree", in: "update", becomes: "() => true" },
    test: ["client/update", "two updates of two tabs are made one after the other"],
  },
  {
    name: "barrier: also those that no longer wait for mutations that hang",
    file: "mutations/update.ts",
    cut: { value: "hasUpdated", in: "update", becomes: "() => true" },
    test: ["client/hung", "two updates that have waited long enough"],
  },
  {
    name: "barrier: a peer mutation that has run out defers no answer",
    file: "session/transition.ts",
    cut: {
      call: "expirePeerMutations",
      in: "transition",
      becomes: 'event.type === "woke" && expirePeerMutations(draft)',
    },
    test: ["session/receive-message", "when a peer mutation has run out unnoticed"],
  },
  {
    name: "barrier: passed on to a tab that opens",
    file: "session/receive-message.ts",
    cut: { call: "isAnyTabMutating", in: "answerHello", becomes: "draft.mutations.pending > 0" },
    test: ["client/late", "during a sign-out learns of it"],
  },
  {
    name: "barrier: what ends it is news, whatever the clocks say",
    file: "session/receive-message.ts",
    cut: {
      call: "mergeMutation",
      in: "receiveMessage",
      becomes: "mergeMutation(draft, announcement, false)",
    },
    test: ["client/clocks", "ask after a sign-in of each other without a channel"],
  },
];
