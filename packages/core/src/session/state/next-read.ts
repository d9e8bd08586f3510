import type { Draft } from "../effect.ts";

/** Why a read is planned. */
export type ReadReason =
  /** The last one has failed. */
  | "retry"
  /** Focus, or the network is back. */
  | "trigger"
  /** A tab has opened, and waits a little for what other tabs know. */
  | "hello"
  /** Another tab was reading. */
  | "lock"
  /** Another tab has said something. */
  | "peer"
  /** A mutation has made the last one worthless, or two were under way at once. */
  | "mutation"
  /** A page was rendered with a session that the server has not confirmed. */
  | "rendered";

/** The read that is planned apart from polls and expiry. It stays planned until it is answered. */
export type Plan =
  | { readonly type: "none" }
  | { readonly type: "scheduled"; readonly at: number; readonly reason: ReadReason }
  /**
   * As soon as no mutation forbids it. It takes no lock, and asks nobody's leave: by `getSession()`, or
   * for the truth.
   */
  | { readonly type: "forced" };

/** What is planned, and what holds it up. */
export interface NextRead {
  readonly plan: Plan;
  /** Whether another tab's word is a reason for it; those reads come at most once a second. */
  readonly isForPeer: boolean;
  /** When a read was last made for that reason. */
  readonly peerReadAt: number | null;
  /** Since when another tab has been found reading, time after time. */
  readonly deniedSince: number | null;
}

const NO_PLAN: Plan = { type: "none" };

/** Nothing is planned, and nothing holds it up. */
export const NO_READ: NextRead = {
  plan: NO_PLAN,
  isForPeer: false,
  peerReadAt: null,
  deniedSince: null,
};

/** When a plan is due, were it for the plan alone; `Infinity` for none. */
export function plannedAt(plan: Plan, now: number): number {
  if (plan.type === "none") return Infinity;
  return plan.type === "forced" ? now : plan.at;
}

/** Plans nothing. */
export function cancelPlan({ nextRead }: Draft): void {
  nextRead.plan = NO_PLAN;
}

/** Plans a read after so long, whatever is planned. */
export function planRead({ nextRead, clock }: Draft, reason: ReadReason, delayMs: number): void {
  nextRead.plan = { type: "scheduled", at: clock.now + delayMs, reason };
}

/** Plans a read, if none is planned for sooner. */
export function scheduleRead(draft: Draft, reason: ReadReason, delayMs = 0): void {
  const { plan } = draft.nextRead;
  const at = draft.clock.now + delayMs;
  if (plan.type === "none" || (plan.type === "scheduled" && at < plan.at)) {
    planRead(draft, reason, delayMs);
  }
}

/** Plans a read because of what another tab has said. */
export function scheduleReadForPeer(draft: Draft, delayMs?: number): void {
  scheduleRead(draft, "peer", delayMs);
  draft.nextRead.isForPeer = true;
}

/** Has a read made at once: the app or the page wants it, so it takes no turn among those of peers. */
export function forceRead({ nextRead }: Draft): void {
  nextRead.plan = { type: "forced" };
  nextRead.isForPeer = false;
}

/** Has the read under way done over, once it is given up; another tab's failure may have put it off. */
export function rescheduleRead(draft: Draft): void {
  if (draft.fetching.type === "reading" && draft.nextRead.plan.type !== "none") {
    scheduleRead(draft, "mutation");
  }
}
