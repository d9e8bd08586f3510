import { expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import type { SessionInput } from "../../src/session/event.ts";
import type { ReadReason } from "../../src/session/state/next-read.ts";
import { createSessionState, type SessionState } from "../../src/session/state/state.ts";
import {
  besidePeerMutation,
  given,
  reading,
  withFailures,
  withMutation,
  withPart,
  withReadAt,
  type Builder,
} from "./given.ts";
import { unknown, user } from "./states.ts";
import { announcementOf, step } from "./step.ts";
import { ada, grace, HOUR_MS, NOW, OTHER, READING } from "./values.ts";

const error = new SessionFetchError("http");
const failed: SessionInput = { type: "failed", readId: READING, error };
const started = { type: "started", mayHaveMissed: false, isArrival: false } as const;
const isLongWaiting: Builder = (state) =>
  given(state, withFailures(1, error), withReadAt(NOW + 100_000, "retry"));
const isRefusedOften: Builder = (state) => ({
  ...state,
  handover: { type: "refused", session: grace, server: ada, refusals: 2 },
});
const other = { user: { name: "Mary" }, expires: ada.expires };

test.each<[string, ReadReason, SessionState, SessionInput]>([
  ["the focus", "trigger", user, { type: "focused" }],
  ["the focus during a long wait", "trigger", given(user, isLongWaiting), { type: "focused" }],
  ["the connection", "trigger", user, { type: "reconnected" }],
  ["getSession() of a maximum age", "asked", user, { type: "asked", maxAge: 0 }],
  ["the first failure of a page that shows nothing", "retry", given(unknown, reading()), failed],
  ["a failure", "retry", given(user, reading()), failed],
  [
    "a peer's failure during a read",
    "retry",
    given(user, reading()),
    {
      type: "messageReceived",
      announcement: announcementOf(
        "failure",
        given(user, withFailures(2, error), withReadAt(NOW + 20_000)),
      ),
    },
  ],
  [
    "a new subscriber while a retry is due",
    "retry",
    given(unknown, withFailures(1), withReadAt(NOW, "trigger")),
    started,
  ],
  ["a new subscriber", "hello", unknown, started],
  [
    "a page that is prerendered",
    "hello",
    createSessionState(user.options),
    { ...started, isPrerendering: true },
  ],
  ["a peer's lock", "lock", given(user, reading()), { type: "lockDenied", readId: READING }],
  [
    "a peer's change",
    "peer",
    user,
    {
      type: "messageReceived",
      announcement: announcementOf("changed", given(user, withMutation(NOW))),
    },
  ],
  [
    "a mutation during a peer's",
    "mutation",
    given(user, besidePeerMutation(OTHER, NOW + 4000)),
    { type: "mutationStarted", isUpdate: true },
  ],
  [
    "a mutation that aborts a read",
    "mutation",
    given(user, reading(), withReadAt(NOW + 5000)),
    { type: "mutationStarted", isUpdate: true },
  ],
  [
    "a page that hands over what the server refuses",
    "rendered",
    given(user, isRefusedOften, withPart("mutations", { newest: NOW })),
    { type: "hydrated", session: other, lifetimeMs: HOUR_MS, isServerClock: false },
  ],
])("a read that is scheduled by %s says so", (_, reason, before, input) => {
  expect(step(before, input).next.nextRead.schedule).toMatchObject({ reason });
});
