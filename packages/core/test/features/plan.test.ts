import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toPlainState } from "../../src/client/inspect/step.ts";
import { SessionFetchError } from "../../src/errors.ts";
import { planOf, snapshotOf, type Planned } from "../../src/features/plan.ts";
import { createInspector, type InspectedStep } from "../../src/index.ts";
import { nextReadAt, nextWakeAt } from "../../src/session/refetch-policy.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import { isUnobserved } from "../../src/session/state/tab.ts";
import {
  besidePeerMutation,
  endingAt,
  given,
  mustRevalidate,
  reading,
  unobserved,
  updating,
  withFailures,
  withForcedRead,
  withPart,
  withReadAt,
  withStamp,
  type Builder,
} from "../session/given.ts";
import { nobody, unknown, user } from "../session/states.ts";
import { HOUR_MS, NOW, OTHER } from "../session/values.ts";
import { ada } from "../support/auth-server.ts";
import { openBrowser } from "../support/browser.ts";
import { openRecorded, spendMorning } from "../support/recorded.ts";

const polling = given(user, withPart("options", { refetchInterval: 60 }), withStamp(NOW + 0.5));
const poll = { type: "read", at: NOW + 60_000.5, reason: "poll", heldUpBy: null } as const;
const end = { type: "end", at: NOW + HOUR_MS, of: "session" } as const;
const retrying = given(
  user,
  withFailures(1, new SessionFetchError("network")),
  withReadAt(NOW + 700, "retry"),
);
const offline = withPart("tab", { isOnline: false });
const lingering = withPart("tab", { isLingering: true });
const prerendering = withPart("tab", { type: "prerendering" });
const limited = withPart("nextRead", { isForPeer: true, peerReadAt: NOW - 300 });
const besidePeer = besidePeerMutation(OTHER, NOW + 4000);
const builders: Builder[] = [
  withPart("options", { refetchInterval: 60 }),
  withPart("options", { refetchInterval: 60, refetchWhenOffline: true }),
  withPart("expiry", { isFromServer: false }),
  withPart("expiry", { at: NOW - 1, endsBy: NOW + 9000 }),
  withPart("tab", { loadingUntil: NOW + 1000 }),
  ...[offline, lingering, prerendering, limited, besidePeer, unobserved, updating, reading()],
  ...[mustRevalidate, withForcedRead, withStamp(NOW + 0.5), endingAt(Infinity), withFailures(1)],
  ...[withReadAt(NOW), withReadAt(NOW + 700, "retry"), withReadAt(NOW + 9e9, "peer")],
];

type Read = Extract<Planned, { type: "read" }>;
type HeldUp = Extract<Planned, { type: "heldUp" }>;

function readAt(at: number, reason: Read["reason"], heldUpBy: Read["heldUpBy"] = null): Planned {
  return { type: "read", at, reason, heldUpBy };
}

function heldUp(by: HeldUp["by"], reason: HeldUp["reason"] = null): Planned {
  return { type: "heldUp", at: null, by, reason };
}

test.each<[string, SessionState, Planned[]]>([
  ["nobody is signed in: nothing", nobody, []],
  ["a session: a read at its end", user, [readAt(NOW + HOUR_MS, "expiry"), end]],
  [
    "a session that only the page's clock ends",
    given(user, withPart("expiry", { isFromServer: false })),
    [readAt(NOW + HOUR_MS, "expiry")],
  ],
  [
    "a session past its end",
    given(user, reading(), withPart("expiry", { at: NOW - 1, endsBy: NOW + 9000 })),
    [heldUp("reading"), { ...end, at: NOW + 9000 }],
  ],
  ["a poll", polling, [poll, end]],
  ["a retry", retrying, [readAt(NOW + 700, "retry"), end]],
  [
    "the first read",
    given(unknown, withReadAt(NOW + 15, "hello")),
    [readAt(NOW + 15, "hello"), { type: "end", at: NOW + 1000, of: "loading" }],
  ],
  [
    "a restored page",
    given(
      user,
      mustRevalidate,
      withPart("tab", { loadingUntil: NOW + 1000 }),
      reading(),
      withForcedRead,
    ),
    [heldUp("reading"), { type: "end", at: NOW + 1000, of: "loading" }],
  ],
  ["a page that prerenders: neither a poll nor an end", given(polling, prerendering), []],
  [
    "the read of a page that prerenders",
    given(unknown, prerendering, withReadAt(NOW + 1, "hello")),
    [readAt(NOW + 1, "hello")],
  ],
  ["no subscriber", given(polling, unobserved), [heldUp("unobserved")]],
  [
    "no subscriber, and a read that waits for one",
    given(polling, unobserved, withForcedRead),
    [heldUp("unobserved", "forced")],
  ],
  ["lingering", given(polling, lingering), [heldUp("lingering")]],
  ["a mutation, with a poll that is not due", given(polling, updating), [heldUp("mutating"), end]],
  [
    "a mutation, with a forced read",
    given(polling, updating, withForcedRead),
    [heldUp("mutating", "forced"), end],
  ],
  ["a peer mutation", given(nobody, besidePeer), [readAt(NOW + 4000, "peer", "peerMutation")]],
  [
    "a peer mutation, with a forced read",
    given(user, besidePeer, withForcedRead),
    [readAt(NOW + 4000, "forced", "peerMutation"), end],
  ],
  [
    "a peer mutation, with a poll that comes after it",
    given(polling, besidePeer),
    [readAt(NOW + 4000, "peer", "peerMutation"), end],
  ],
  [
    "a read for a peer",
    given(user, withReadAt(NOW + 900, "peer"), limited),
    [readAt(NOW + 900, "peer"), end],
  ],
  [
    "a read for a peer, by the limit",
    given(user, withReadAt(NOW, "peer"), limited),
    [readAt(NOW + 700, "peer", "peerReads"), end],
  ],
  [
    "offline: no poll",
    given(polling, offline),
    [readAt(NOW + HOUR_MS, "expiry"), heldUp("offline", "poll"), end],
  ],
  [
    "offline: no retry",
    given(retrying, offline),
    [readAt(NOW + HOUR_MS, "expiry"), heldUp("offline", "retry"), end],
  ],
  [
    "offline: a session without an end",
    given(polling, offline, endingAt(Infinity)),
    [heldUp("offline", "poll")],
  ],
  [
    "offline, with nothing that pauses",
    given(user, offline),
    [readAt(NOW + HOUR_MS, "expiry"), end],
  ],
  [
    "offline, with refetchWhenOffline",
    given(polling, offline, withPart("options", { refetchInterval: 60, refetchWhenOffline: true })),
    [poll, end],
  ],
])("planOf, %s", (_, state, expected) => {
  expect(planOf(toPlainState(state))).toEqual(expected);
});

/** The states of three tabs in trouble, and of a page that is prerendered, shown and left. */
async function collectStates(): Promise<InspectedStep["state"][]> {
  const browser = openRecorded(3, { client: { refetchInterval: 10 } });
  await spendMorning(browser);
  const steps: InspectedStep[] = [];
  const inspect = createInspector((step) => steps.push(step));
  const { open, advance, server } = openBrowser({ user: ada });
  const { tab, client, watch } = open({
    isPrerendering: true,
    isWatched: false,
    client: { inspect },
  });
  const leave = watch();
  await advance(5000);
  tab.activate();
  await advance(6000);
  tab.hide();
  tab.show();
  server.latencyMs = 50;
  void client.getSession();
  await advance(100);
  leave();
  await advance(2000);
  return [...browser.tabs.flatMap((it) => it.steps), ...steps].map(({ state }) => state);
}

/** Expects the plan to have the times at which the machine reads and wakes. */
function expectTimes(state: InspectedStep["state"]): Planned[] {
  // As data it has the same times.
  const machine = state as SessionState;
  const plan = planOf(state);
  const times = plan.map(({ at }) => at ?? Infinity);
  expect(Math.min(Infinity, ...times)).toBe(nextWakeAt(machine));
  const read = plan.find(({ type }) => type === "read");
  expect(read?.at ?? Infinity).toBe(isUnobserved(machine) ? Infinity : nextReadAt(machine));
  return plan;
}

test("the plan has the times of the machine, in each state of some tabs", async () => {
  const plans = (await collectStates()).map(expectTimes);
  const seen = plans.flat().map((it) => (it.type === "end" ? it.of : `${it.type} ${it.reason}`));
  expect(seen).toEqual(
    expect.arrayContaining([
      ...["read hello", "read retry", "read poll", "read expiry", "read peer", "read lock"],
      ...["heldUp null", "session", "loading"],
    ]),
  );
});

test("and in states that nobody has thought of", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(builders),
      fc.constantFrom(unknown, nobody, user),
      (some, base) => {
        expectTimes(toPlainState(given(base, ...some)));
      },
    ),
    { numRuns: 2000 },
  );
});

test("snapshotOf returns what the client shows", async () => {
  const pairs: [shown: unknown, inState: unknown][] = [];
  let last: InspectedStep["state"] | undefined;
  const inspect = createInspector(({ state }) => (last = state));
  const { tabs, advance, server, finish } = openBrowser({ client: { inspect } });
  const { client } = tabs[0]!;
  client.subscribe(() => {
    const { status, data, isFetching, error } = client.getSnapshot();
    const { error: shownError, ...inState } = snapshotOf(last!);
    pairs.push([
      [status, data && { ...data }, isFetching, error?.code],
      [inState.status, inState.data, inState.isFetching, shownError?.code],
    ]);
  });
  server.fault = () => new Response(null, { status: 500 });
  await advance(10_000);
  server.fault = undefined;
  await finish(client.signIn("credentials", { redirect: false, password: "Ada" }));
  await finish(client.getSession());
  server.fault = () => new Response(null, { status: 500 });
  await finish(client.getSession());
  await advance(60_000);
  const statuses = new Set(pairs.map(([shown]) => (shown as string[])[0]));
  expect(statuses).toEqual(new Set(["loading", "unauthenticated", "authenticated"]));
  expect(pairs.map(([, inState]) => inState)).toEqual(pairs.map(([shown]) => shown));
});
