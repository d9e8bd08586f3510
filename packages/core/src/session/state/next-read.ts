import type { Draft } from "../effect.ts";

/** Why a read is planned. */
export type ReadReason =
  /** The last read has failed. */
  | "retry"
  /** The page has the focus, or the connection is back. */
  | "trigger"
  /** A tab has opened, and waits a little for an answer of its peers. */
  | "hello"
  /** A peer was reading. */
  | "lock"
  /** A peer has announced something. */
  | "peer"
  /** A mutation has invalidated the last read, or two mutations overlapped. */
  | "mutation"
  /** A page was rendered with a session that the server has not confirmed. */
  | "rendered";

/** The planned read, apart from polls and expiry. It stays planned until the read is answered. */
export type Plan =
  | { readonly type: "none" }
  | { readonly type: "scheduled"; readonly at: number; readonly reason: ReadReason }
  /**
   * Due as soon as no mutation is under way. It takes no lock and waits for no peer: `getSession()`
   * was called, or only the server can tell which answer is right.
   */
  | { readonly type: "forced" };

/** What is planned, and what holds it up. */
export interface NextRead {
  readonly plan: Plan;
  /** Whether a peer is a reason for it. Such reads start at most once a second. */
  readonly isForPeer: boolean;
  /** When the last such read started, in milliseconds. */
  readonly peerReadAt: number | null;
  /** Since when the lock was denied again and again, because a peer was reading. */
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

/** Returns when a plan is due, apart from what holds it up; `Infinity` for none. */
export function plannedAt(plan: Plan, now: number): number {
  if (plan.type === "none") return Infinity;
  return plan.type === "forced" ? now : plan.at;
}

/** Cancels the planned read. */
export function cancelPlan({ nextRead }: Draft): void {
  nextRead.plan = NO_PLAN;
}

/** Plans a read after a delay, and replaces the current plan. */
export function planRead({ nextRead, clock }: Draft, reason: ReadReason, delayMs: number): void {
  nextRead.plan = { type: "scheduled", at: clock.now + delayMs, reason };
}

/** Plans a read, unless an earlier one is planned. */
export function scheduleRead(draft: Draft, reason: ReadReason, delayMs = 0): void {
  const { plan } = draft.nextRead;
  const at = draft.clock.now + delayMs;
  if (plan.type === "none" || (plan.type === "scheduled" && at < plan.at)) {
    planRead(draft, reason, delayMs);
  }
}

/** Plans a read because of what a peer has announced. */
export function scheduleReadForPeer(draft: Draft, delayMs?: number): void {
  scheduleRead(draft, "peer", delayMs);
  draft.nextRead.isForPeer = true;
}

/**
 * Plans a read at once. The app or the page has asked for it, so the limit of reads for peers does
 * not apply.
 */
export function forceRead({ nextRead }: Draft): void {
  nextRead.plan = { type: "forced" };
  nextRead.isForPeer = false;
}

/**
 * Plans the read under way again before it is aborted. A peer's failure may have delayed its plan.
 */
export function rescheduleRead(draft: Draft): void {
  if (draft.fetching.type === "reading" && draft.nextRead.plan.type !== "none") {
    scheduleRead(draft, "mutation");
  }
}
