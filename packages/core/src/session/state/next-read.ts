import type { Draft } from "../effect.ts";
import type { SessionState } from "./state.ts";

/** Why a read is scheduled. */
export type ReadReason =
  /** The last read has failed. */
  | "retry"
  /** The page has become visible, or the connection is back. */
  | "trigger"
  /** `getSession({ maxAge })` was called. */
  | "asked"
  /** A tab has opened, and waits a little for an answer of its peers. */
  | "hello"
  /** A peer was reading. */
  | "lock"
  /** A peer or next-auth has announced something, or the time of a peer mutation is over. */
  | "peer"
  /** A mutation has invalidated the last read, or two mutations overlapped. */
  | "mutation"
  /** A page was rendered with a session that the server has not confirmed. */
  | "rendered"
  /** The page streams the session, and this read is for the case that it does not come in time. */
  | "stream";

/** The scheduled read, apart from polls and expiry. It stays scheduled until the read is answered. */
export type Schedule =
  | { readonly type: "none"; readonly reason?: undefined }
  | { readonly type: "scheduled"; readonly at: number; readonly reason: ReadReason }
  /**
   * Due as soon as no mutation is under way. It takes no lock and waits for no peer: `getSession()`
   * was called, or only the server can tell which answer is right.
   */
  | { readonly type: "forced"; readonly reason?: undefined };

/** What is scheduled, and what holds it up. */
export interface NextRead {
  readonly schedule: Schedule;
  /** Whether a peer is a reason for it. Such reads start at most once a second. */
  readonly isForPeer: boolean;
  /** When the last such read started, in milliseconds. */
  readonly peerReadAt: number | null;
  /** Since when the lock was denied again and again, because a peer was reading. */
  readonly deniedSince: number | null;
}

const NOT_SCHEDULED: Schedule = { type: "none" };

/** Nothing is scheduled, and nothing holds it up. */
export const NO_READ: NextRead = {
  schedule: NOT_SCHEDULED,
  isForPeer: false,
  peerReadAt: null,
  deniedSince: null,
};

/** Whether the page streams the session, and nothing has called for an earlier read. */
export function isStreaming({ nextRead }: Pick<SessionState, "nextRead">): boolean {
  return nextRead.schedule.reason === "stream";
}

/** Returns when a scheduled read is due, apart from what holds it up; `Infinity` for none. */
export function scheduledAt(schedule: Schedule, now: number): number {
  if (schedule.type === "none") return Infinity;
  return schedule.type === "forced" ? now : schedule.at;
}

/** Cancels the scheduled read. */
export function clearSchedule({ nextRead }: Draft): void {
  nextRead.schedule = NOT_SCHEDULED;
}

/** Schedules a read after a delay, in place of what is scheduled. */
export function replaceRead({ nextRead, clock }: Draft, reason: ReadReason, delayMs: number): void {
  nextRead.schedule = { type: "scheduled", at: clock.now + delayMs, reason };
}

/** Schedules a read, unless an earlier one is scheduled. */
export function scheduleRead(draft: Draft, reason: ReadReason, delayMs = 0): void {
  const { schedule } = draft.nextRead;
  const { now } = draft.clock;
  if (now + delayMs < scheduledAt(schedule, now)) replaceRead(draft, reason, delayMs);
}

/** Schedules a read because of what a peer has announced. */
export function scheduleReadForPeer(draft: Draft, delayMs?: number): void {
  scheduleRead(draft, "peer", delayMs);
  draft.nextRead.isForPeer = true;
}

/**
 * Schedules a read at once. The app or the page has asked for it, so the limit of reads for peers does
 * not apply.
 */
export function forceRead({ nextRead }: Draft): void {
  nextRead.schedule = { type: "forced" };
  nextRead.isForPeer = false;
}

/**
 * Schedules the read under way again before it is aborted. A peer's failure may have delayed it.
 */
export function rescheduleRead(draft: Draft): void {
  if (draft.fetching.type === "reading" && draft.nextRead.schedule.type !== "none") {
    scheduleRead(draft, "mutation");
  }
}
