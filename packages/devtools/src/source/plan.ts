import { planOf, type Planned, type PlannedReason } from "@sojourn/core/plan";
import type { State } from "../types.ts";

/** What a client does next by itself, or what holds it up, in words. */
export interface PlanLine {
  readonly what: string;
  /** By the clock that all tabs share; `null` if it waits for something else than a time. */
  readonly at: number | null;
}

type HeldUpBy =
  | Extract<Planned, { type: "heldUp" }>["by"]
  | NonNullable<Extract<Planned, { type: "read" }>["heldUpBy"]>;

const reasons: Record<PlannedReason, string> = {
  forced: "it was asked for",
  asked: "getSession() was called",
  poll: "a poll",
  expiry: "the session is at its end",
  retry: "a read has failed",
  trigger: "the page has the focus, or is online again",
  hello: "the first one, unless another tab answers before",
  lock: "another tab was reading",
  peer: "another tab has announced something",
  mutation: "a sign-in, sign-out or update came between",
  rendered: "to confirm the rendered session",
  stream: "the page streams its session, which may not come",
};

const holders: Record<HeldUpBy, string> = {
  unobserved: "there is no subscriber",
  lingering: "the last subscriber has left",
  reading: "a read is under way",
  mutating: "a sign-in, sign-out or update is under way",
  offline: "the device is offline",
  peerMutation: "another tab signs in, signs out or updates",
  peerReads: "other tabs cause one a second at most",
};

const ends: Record<Extract<Planned, { type: "end" }>["of"], string> = {
  loading: '"loading" ends',
  session: "The session ends",
};

function describeRead(reason: PlannedReason, by: HeldUpBy | null): string {
  const read = `Read: ${reasons[reason]}`;
  return by ? `${read}; held up: ${holders[by]}` : read;
}

function describe(planned: Planned): string {
  if (planned.type === "end") return ends[planned.of];
  if (planned.type === "read") return describeRead(planned.reason, planned.heldUpBy);
  const { reason, by } = planned;
  return reason ? describeRead(reason, by) : `Reads wait: ${holders[by]}`;
}

/** Says what the client does next by itself in a state, and when. */
export function describePlan(state: State): PlanLine[] {
  const plan = planOf(state).map((planned) => ({ what: describe(planned), at: planned.at }));
  return plan.length ? plan : [{ what: "Nothing", at: null }];
}
