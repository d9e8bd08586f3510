/** A mechanism, what its removal looks like, and the test that has to notice. */
export interface Mechanism {
  name: string;
  /** In `packages/core/src`. */
  file: string;
  /** What of the file's text is replaced, and by what. */
  cut: readonly [from: string, to: string];
  /** In `packages/core/test`, and the start of the test's own name. */
  test: readonly [file: string, name: string];
}

/** Every mechanism by which the laws are kept, and what it looks like when it alone is taken out. */
export const mechanisms: readonly Mechanism[] = [
  {
    name: "generations: an answer to a read that is worthless is dropped",
    file: "session/transition.ts",
    cut: ['"reading" in event && event.reading !== state.reading', "false"],
    test: ["client/order", "an answer that cannot be aborted is not applied either"],
  },
  {
    name: "barrier: a mutation aborts the reads of its own tab",
    file: "session/mutating.ts",
    cut: ["drop(draft, !isUpdate);", ""],
    test: ["client/order", "reads are aborted before its POST leaves: the same tab"],
  },
  {
    name: "barrier: a mutation is announced before its POST leaves",
    file: "session/mutating.ts",
    cut: ['draft.effects.push(["announce", "mutating"]);', ""],
    test: ["client/order", "reads are aborted before its POST leaves: another tab"],
  },
  {
    name: "barrier: other tabs hold their reads back meanwhile",
    file: "session/hearing.ts",
    cut: ["if (mutating) draft.blocks =", "if (false) draft.blocks ="],
    test: ["client/waiting", "polls of all tabs wait while one of them signs in"],
  },
  {
    name: "barrier: no longer than five seconds",
    file: "session/refetch-policy.ts",
    cut: ["BLOCK_MS = 5000", "BLOCK_MS = Infinity"],
    test: ["client/waiting", "waits no longer than five seconds for a tab that has died"],
  },
  {
    name: "barrier: a sign-out aborts updates",
    file: "session-runtime.ts",
    cut: ["if (effect[1]) for (const controller of renewals) controller.abort();", ""],
    test: ["client/order", "wins, and the update rejects"],
  },
  {
    name: "barrier: updates are made one after the other",
    file: "mutations/update.ts",
    cut: ["while (!context.isFree()) await context.pause();", ""],
    test: ["client/update", "two updates of one tab are made one after the other"],
  },
  {
    name: "turns: nothing waits for a passkey",
    file: "mutations/create-mutations.ts",
    cut: ['return inCeremony("in"', 'return inTurn("in"'],
    test: ["client/ceremony", "a sign-out does not wait until a visitor has found their passkey"],
  },
  {
    name: "popups: one that was cut off is not taken for closed",
    file: "environment/browser/popup.ts",
    cut: ["popup.closed && document.hasFocus()", "popup.closed"],
    test: ["environment/browser/popup", "not before: a provider's page may have cut it off"],
  },
  {
    name: "a sign-out is confirmed, and posted once more if the cookie has come back",
    file: "mutations/sign-out.ts",
    cut: ["if (!isRevived ||", "if (true ||"],
    test: ["client/sign-out", "is taken away once more, unseen"],
  },
  {
    name: "barrier: a tab that dies in the midst of a mutation is asked after",
    file: "session/transition.ts",
    cut: ["draft.blocks.length && now >= blockedUntil(draft)", "false"],
    test: ["client/late", "leaves the others with what it has done"],
  },
  {
    name: "barrier: passed on to a tab that opens",
    file: "session/hearing.ts",
    cut: ["if (mutating || blocks.length) effects", "if (mutating) effects"],
    test: ["client/late", "during a sign-out hears of it"],
  },
  {
    name: "a tab that heard too late confirms the sign-out itself",
    file: "session/hearing.ts",
    cut: ["gaveWayAt > sentAt", "false"],
    test: ["client/late", "signs out once more if the late answer to"],
  },
  {
    name: "order: of two mutations that overlap the server tells",
    file: "session/mutating.ts",
    cut: ["const isNewest = ownMutation === mutation;", "const isNewest = true;"],
    test: ["session/mutating", "says what it says as of its own start"],
  },
  {
    name: "order: neither of two that overlap waits for the other",
    file: "session/mutating.ts",
    cut: [" && !draft.blocks.length", ""],
    test: ["client/late", "neither waits for the other"],
  },
  {
    name: "a doubled click signs in once",
    file: "mutations/create-turns.ts",
    cut: ["if (last && last.what === what) return last.outcome as Promise<T>;", ""],
    test: ["mutations/create-turns", "what is asked for twice is done once, for both"],
  },
  {
    name: "order: what was asked before the newest mutation is not taken from another tab",
    file: "session/hearing.ts",
    cut: ["const isInformed = askedAt >= draft.mutation;", "const isInformed = true;"],
    test: ["session/hearing", "is not taken over if it is older than my own mutation"],
  },
  {
    name: "order: what was asked before what is shown is not taken from another tab",
    file: "session/hearing.ts",
    cut: ["const isLater = askedAt > draft.askedAt;", "const isLater = true;"],
    test: ["session/hearing", "is not taken over if it is older, and all is confirmed"],
  },
  {
    name: "announcements: an answer is told to all tabs",
    file: "session/reading.ts",
    cut: ['effects.push(["announce", "answer"]);', ""],
    test: ["client/tabs", "what getSession() finds out is on every tab"],
  },
  {
    name: "announcements: a failure too, so that all tabs back off together",
    file: "session/reading.ts",
    cut: ['effects.push(["announce", "failure"]);', ""],
    test: ["client/backoff", "a failure makes all tabs back off together"],
  },
  {
    name: "hello: a new tab asks the others first",
    file: "session/observing.ts",
    cut: ['effects.push(["announce", "hello"]);', ""],
    test: ["client/first-read", "asks nothing in a tab that opens beside one with a fresh answer"],
  },
  {
    name: "hello: and waits for them before it asks the server",
    file: "session/refetch-policy.ts",
    cut: ["HELLO_MS = 15", "HELLO_MS = 0"],
    test: ["client/first-read", "asks the server once, after it has waited 15 ms for other tabs"],
  },
  {
    name: "hello: a page that a server has sent the visitor to asks all the same",
    file: "session-runtime.ts",
    cut: ["get().loadingUntil === Infinity && environment.isArrival()", "false"],
    test: ["client/first-read", "a page that the server has sent the visitor to asks, for"],
  },
  {
    name: "hello: an empty tab does not answer",
    file: "session/hearing.ts",
    cut: ["else if (isConfirmed && isInformed && now < expiresAt)", "else"],
    test: ["session/hearing", "nothing known: []"],
  },
  {
    name: "freshness: five seconds",
    file: "session/refetch-policy.ts",
    cut: ["return now - askedAt < FRESH_MS;", "return false;"],
    test: ["client/focus", "asks nothing when the answer is fresh"],
  },
  {
    name: "locks: one tab reads",
    file: "create-reader.ts",
    cut: ["await environment.tryLock(lockName)", "() => {}"],
    test: ["client/focus", "a storm of focus while the server is slow costs one request"],
  },
  {
    name: "locks: nobody waits for one for ever",
    file: "session/reading.ts",
    cut: ["now - draft.deniedSince > options.timeoutMs", "false"],
    test: ["session/reading", "reads all the same where it has been so for longer"],
  },
  {
    name: "hidden tabs are due later",
    file: "triggers/courtesy.ts",
    cut: ["HIDDEN_DELAY_MS = 200", "HIDDEN_DELAY_MS = 0"],
    test: ["client/polling", "polls from a visible tab where there is one"],
  },
  {
    name: "jitter: polls are ±10 % apart",
    file: "session/refetch-policy.ts",
    cut: ["(900 + (askedAt % 1) * 200)", "1000"],
    test: ["client/polling", "the time between two polls is the interval ±10 %"],
  },
  {
    name: "backoff: exponential",
    file: "session/refetch-policy.ts",
    cut: ["* 2 ** failures", ""],
    test: ["client/backoff", "pauses between retries grow twofold, up to a minute"],
  },
  {
    name: "backoff: full jitter",
    file: "session/refetch-policy.ts",
    cut: ["return random * Math.min", "return Math.min"],
    test: ["client/backoff", "pauses are random"],
  },
  {
    name: "Retry-After in seconds",
    file: "api/retry-after.ts",
    cut: ["/^\\d+$/.test(value) ? Number(value) * 1000 :", ""],
    test: ["client/backoff", "obeys Retry-After in seconds"],
  },
  {
    name: "Retry-After as a date",
    file: "api/retry-after.ts",
    cut: ["Date.parse(value) - now", "0"],
    test: ["client/backoff", "obeys Retry-After in an HTTP date"],
  },
  {
    name: "timeout of a request",
    file: "api/http.ts",
    cut: ["controller.abort();", ""],
    test: ["api/http", "in time is a timeout, and the request is aborted"],
  },
  {
    name: "cold start: one quick retry",
    file: "session/reading.ts",
    cut: ["draft.failures < 2", "false"],
    test: ["client/first-read", "retries a first read that failed at once within 300 ms, unseen"],
  },
  {
    name: "cold start: loading ends, whatever the server does",
    file: "session/transition.ts",
    cut: ["now >= draft.loadingUntil", "false"],
    test: ["client/loading", ""],
  },
  {
    name: "recovery in the background",
    file: "session/knowing.ts",
    cut: ["draft.readAt = isOver ? retryAt : Math.min(retryAt, expiresAt);", ""],
    test: ["client/first-read", "ends loading with the error when the quick retry fails too"],
  },
  {
    name: "reconnect",
    file: "session/reading.ts",
    cut: ["const isCut =", "return; const isCut ="],
    test: ["client/focus", "asks again at once when the connection is back after a failure"],
  },
  {
    name: "expiry by the server's clock",
    file: "api/http.ts",
    cut: [
      'Date.parse(response.headers.get("Date") ?? "") || environment.now()',
      "environment.now()",
    ],
    test: ["client/expiry", "shows the session until it ends by the server's clock"],
  },
  {
    name: "expiry: the server is asked, and without its word the session ends",
    file: "session/knowing.ts",
    cut: ["const isOver = now >= expiresAt;", "const isOver = false;"],
    test: ["client/expiry", "ends the session at its time without the server's word"],
  },
  {
    name: "expiry: looked at again after sleep, and past 24.8 days",
    file: "triggers/alarm.ts",
    cut: ["MAX_DELAY_MS = 60_000", "MAX_DELAY_MS = Infinity"],
    test: ["triggers/alarm", "rings within a minute of awakening"],
  },
  {
    name: "expiry: a clock that is set is not believed",
    file: "environment/clock.ts",
    cut: ["Math.max(0, wallNow - lastWall, monotonicNow - lastMonotonic)", "wallNow - lastWall"],
    test: ["client/expiry", "does not keep it alive for longer, nor stop the polls"],
  },
  {
    name: "one clock for all tabs",
    file: "session/transition.ts",
    cut: ["Math.max(event.now + state.skewMs, sentAt)", "event.now"],
    test: ["session/transition", "the clock of all tabs is that of the tab furthest ahead"],
  },
  {
    name: "one clock for all tabs: what is due goes along when it is set forward",
    file: "session/transition.ts",
    cut: ["follow(draft, draft.skewMs - state.skewMs);", ""],
    test: ["session/transition", "what is due after some time is due after the same time"],
  },
  {
    name: "expiry: an answer that a frozen page finds late has been in time",
    file: "session/reading.ts",
    cut: ["lifetimeMs: lifetimeMs - lateMs", "lifetimeMs"],
    test: ["session/reading", "an answer that a frozen page finds late has been in time"],
  },
  {
    name: "page cache: the channel is closed, for a message would evict the page",
    file: "session-runtime.ts",
    cut: ["          line.close();\n        },", "        },"],
    test: ["client/page-cache", "has no channel, no lock, no timer and no request"],
  },
  {
    name: "page cache: requests are aborted and locks given back",
    file: "session/observing.ts",
    cut: ["drop(draft, true);", ""],
    test: ["client/page-cache", "has no channel, no lock, no timer and no request"],
  },
  {
    name: "page cache: a page that comes back asks at once",
    file: "session/observing.ts",
    cut: ["draft.error = null;\n  draft.readAt = FORCED;", "draft.error = null;"],
    test: ["client/page-cache", "asks again at once, and shows what it knew meanwhile"],
  },
  {
    name: "page cache: and shows nobody, if another tab has left its mark meanwhile",
    file: "triggers/page-cache.ts",
    cut: ["noted.length > 0 && (mark === undefined || mark !== noted[0])", "false"],
    test: ["client/page-cache", "is loading"],
  },
  {
    name: "page cache: and nobody, if a mutation was under way when it was left",
    file: "session/observing.ts",
    cut: ["|| draft.blocks.length > 0 ||", "||"],
    test: ["session/observing", "is in doubt where a mutation was under way"],
  },
  {
    name: "page cache: a mutation leaves a mark",
    file: "tabs/tab-line.ts",
    cut: ["if (isMutation) environment.mark(name, String(environment.random()));", ""],
    test: ["client/page-cache", "is loading"],
  },
  {
    name: "page cache: another user, found by a read, leaves a mark too",
    file: "tabs/tab-line.ts",
    cut: ["isMutation || isOtherUser", "isMutation"],
    test: ["client/page-cache", "if another tab has found another user"],
  },
  {
    name: "users: another one is never merged",
    file: "session/share-structure.ts",
    cut: ["|| !isSameUser(previous, next)", ""],
    test: ["session/share-structure", "shares nothing between two users"],
  },
  {
    name: "users: another one raises userChanged",
    file: "session/knowing.ts",
    cut: ["!isSameUser(next, previous)", "false"],
    test: ["client/tabs", "a sign-in, a switch of users and a sign-out"],
  },
  {
    name: "structural sharing",
    file: "session/share-structure.ts",
    cut: ["if (isSame) return previous as T;", ""],
    test: ["client/observe", "six polls that change nothing render none of a thousand consumers"],
  },
  {
    name: "expires is kept apart, and its readers are noted",
    file: "session/snapshot.ts",
    cut: ["return () => !!seen && seen[0] !== current();", "return () => false;"],
    test: ["client/observe", "a moved `expires` renders those who have read it"],
  },
  {
    name: "linger",
    file: "session-runtime.ts",
    cut: ["LINGER_MS = 1000", "LINGER_MS = 0"],
    test: ["client/lifecycle", "who comes back within the linger finds everything as it was"],
  },
  {
    name: "linger: not where nothing has happened",
    file: "session-runtime.ts",
    cut: ["get() === untouched", "false"],
    test: ["client/lifecycle", "comes and goes at once keeps nothing alive"],
  },
  {
    name: "next-auth's tabs are heard",
    file: "tabs/next-auth-line.ts",
    cut: ['onNews((Object(data) as { trigger?: unknown }).trigger === "signout");', ""],
    test: ["client/next-auth", "signs out: all tabs of ours ask once"],
  },
  {
    name: "next-auth's tabs are told",
    file: "tabs/tab-line.ts",
    cut: ["if (isNews) nextAuth.tell();", ""],
    test: ["client/next-auth", "tells tabs of next-auth of"],
  },
  {
    name: "storage in place of a channel carries no session",
    file: "tabs/tab-line.ts",
    cut: ["channel.carriesData ? announcement : withoutSession(announcement)", "announcement"],
    test: ["tabs/tab-line", "without a channel, no session data is posted"],
  },
  {
    name: "messages are parsed",
    file: "tabs/parse-announcement.ts",
    cut: ["return isFit ? fields : undefined;", "return fields;"],
    test: ["tabs/tab-line", "drops what does not fit"],
  },
];
