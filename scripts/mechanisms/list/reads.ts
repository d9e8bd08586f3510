import type { Mechanism } from "../mechanism.ts";

/** When a read is made, and by which tab. */
export const reads: readonly Mechanism[] = [
  {
    name: "freshness: five seconds",
    file: "session/durations.ts",
    cut: { value: "FRESH_MS", becomes: "0" },
    test: ["client/focus", "asks nothing when the answer is fresh"],
  },
  {
    name: "locks: one tab reads",
    file: "runtime/create-reader.ts",
    cut: { call: "takeLock", in: "runRead", becomes: "NO_LOCK" },
    test: ["client/focus", "a storm of focus while the server is slow costs one request"],
  },
  {
    name: "hidden tabs are due later",
    file: "session/durations.ts",
    cut: { value: "HIDDEN_DELAY_MS", becomes: "0" },
    test: ["client/polling", "polls from a visible tab where there is one"],
  },
  {
    name: "jitter: polls are ±10 % apart",
    file: "session/refetch-policy.ts",
    cut: { value: "jitter", in: "dueAt", becomes: "1" },
    test: ["client/polling", "the time between two polls is the interval ±10 %"],
  },
  {
    name: "backoff: few retries",
    file: "session/durations.ts",
    cut: { value: "BACKOFF_MS", becomes: "4000" },
    test: ["client/backoff", "the first retry comes soon, and the next ones rarely"],
  },
  {
    name: "backoff: jitter",
    file: "session/refetch-policy.ts",
    cut: { value: "jitter", in: "backoffMs", becomes: "1" },
    test: ["client/backoff", "pauses are random"],
  },
  {
    name: "Retry-After in seconds",
    file: "api/retry-after.ts",
    cut: { call: "test", in: "parseRetryAfter", becomes: "false" },
    test: ["client/backoff", "obeys Retry-After in seconds"],
  },
  {
    name: "Retry-After as a date",
    file: "api/retry-after.ts",
    cut: { call: "parse", in: "parseRetryAfter", becomes: "now" },
    test: ["client/backoff", "obeys Retry-After in an HTTP date"],
  },
  {
    name: "Retry-After holds for a tab that has not received it yet",
    file: "durations.ts",
    cut: { value: "FAILURE_LINGER_MS", becomes: "30" },
    test: ["client/backoff", "Retry-After holds too for a tab that comes into focus"],
  },
  {
    name: "recovery in the background",
    file: "session/applying.ts",
    cut: { call: "replaceRead", in: "applyFailure", becomes: "clearSchedule(draft)" },
    test: ["client/first-read", "ends loading with the error when the quick retry fails too"],
  },
  {
    name: "locks: who refuses an answer asks when its lock is free",
    file: "session/durations.ts",
    cut: { value: "LOCK_FREE_MS", becomes: "0" },
    test: ["session/receive-message", "asks when the lock is free: true"],
  },
  {
    name: "locks: nobody waits for one",
    file: "environment/browser/tab-lock.ts",
    cut: { value: "ifAvailable", in: "tryLock", becomes: "false" },
    test: ["environment/browser/browser", "is asked for without waiting"],
  },
];
