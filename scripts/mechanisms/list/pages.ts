import type { Mechanism } from "../mechanism.ts";

/** Pages that nobody looks at: in the back/forward cache, prerendered, or just left. */
export const pages: readonly Mechanism[] = [
  {
    name: "page cache: the channel is closed, for a message would evict the page",
    file: "runtime/page-watch.ts",
    cut: { call: "peers.close", in: "hide" },
    test: ["client/page-cache", "has no channel, no lock, no timer and no request"],
  },
  {
    name: "page cache: requests are aborted and locks given back",
    file: "session/observing.ts",
    cut: { call: "invalidateRead", in: "stop" },
    test: ["client/page-cache", "has no channel, no lock, no timer and no request"],
  },
  {
    name: "page cache: another user, found by a read, changes the revision too",
    file: "session/announcement-effects.ts",
    cut: {
      call: "push",
      with: "changeRevision",
      in: "toAnnouncementEffects",
      becomes: 'isMutation && effects.push(["changeRevision"])',
    },
    test: ["client/page-cache", "if another tab has found another user"],
  },
  {
    name: "linger",
    file: "durations.ts",
    cut: { value: "LINGER_MS", becomes: "0" },
    test: ["client/lifecycle", "who comes back within the linger finds everything as it was"],
  },
  {
    name: "linger: not where nothing has happened",
    file: "runtime/session-runtime.ts",
    cut: { call: "get", in: "startLingering" },
    test: ["client/lifecycle", "comes and goes at once keeps nothing alive"],
  },
  {
    name: "prerender: says nothing",
    file: "runtime/page-watch.ts",
    cut: { call: "isPrerendering", in: "createPageWatch", becomes: "false" },
    test: ["client/prerender", "reads once although it gets no lock, says nothing"],
  },
  {
    name: "prerender: goes nowhere",
    file: "client/session-store.ts",
    cut: { call: "isPrerendering", in: "createObserver", becomes: "false" },
    test: ["client/prerender", "goes nowhere before the page is shown"],
  },
  {
    name: "prerender: must revalidate when it is shown, if another tab has changed the revision",
    file: "runtime/page-watch.ts",
    cut: { call: "revision.note", in: "startPrerendering" },
    test: ["client/prerender", "shows who has signed in meanwhile"],
  },
  {
    name: "prerender: also without a subscriber at that time",
    file: "runtime/page-watch.ts",
    cut: { value: "hasPrerendered", in: "startPrerendering", becomes: "false" },
    test: ["client/prerender", "where nobody looked at it at the time of a sign-in"],
  },
  {
    name: "prerender: mutations wait until the page is shown",
    file: "runtime/work-keeper.ts",
    cut: { call: "isPrerendering", in: "createWorkKeeper", becomes: "false" },
    test: ["client/prerender", "signOut()"],
  },
  {
    name: "linger: another client of the page is not told who is left there",
    file: "runtime/session-runtime.ts",
    cut: { call: "isAbandoned", in: "receiveInput", becomes: "false" },
    test: ["client/evidence", "a client of the same page is not told what it knows"],
  },
  {
    name: "linger: nor does it wait for their lock",
    file: "runtime/effect-runner.ts",
    cut: { call: "hasAbandoned", in: "run", becomes: "false" },
    test: ["client/evidence", "nor does it wait for the lock"],
  },
];
