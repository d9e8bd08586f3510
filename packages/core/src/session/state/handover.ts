import type { SessionBase } from "../../types/session.ts";
import type { Draft } from "../effect.ts";
import { shareSession } from "../identity.ts";

type MaybeSession = SessionBase | null | undefined;

/** The session that a page has handed over last, until the server has confirmed it. */
export type Handover = { readonly type: "none" } | PendingHandover;

interface PendingHandover {
  /** Whether the server has not been heard since, or has said something else. */
  readonly type: "unanswered" | "refused";
  readonly session: SessionBase | null;
  /** What the server has said in its place, now or before. */
  readonly server: MaybeSession;
  /** How often in a row it has said so, or has not been heard before the page had something else. */
  readonly refusals: number;
}

/** Nothing is waiting for a confirmation. */
export const NO_HANDOVER: Handover = { type: "none" };

/** From now on what rendering hands over is shown no more, and asked about later and later. */
const MOST_REFUSALS = 2;
const LONGEST_DOUBT_MS = 60_000;

function isSame(a: MaybeSession, b: SessionBase | null): boolean {
  return a !== undefined && a === shareSession(a, b);
}

/** Whether a page hands over again what the server has just refused. */
export function isRefused({ handover }: Draft, session: SessionBase | null): boolean {
  return handover.type === "refused" && isSame(handover.session, session);
}

/**
 * Milliseconds until the server is asked about what a page hands over, where it has refused all that
 * before: a page may render what it hands over out of what it is shown, and so on in circles.
 *
 * @returns 0 where that may be shown, and asked about at once
 */
export function doubtMs({ handover }: Draft): number {
  const refusals = handover.type === "none" ? 0 : handover.refusals;
  return refusals < MOST_REFUSALS ? 0 : Math.min(1000 * 2 ** refusals, LONGEST_DOUBT_MS);
}

/** Notes what a page has handed over. */
export function noteHandover(draft: Draft, session: SessionBase | null): void {
  const last = draft.handover;
  const isFirst = last.type === "none";
  draft.handover = {
    type: "unanswered",
    session,
    server: isFirst ? undefined : last.server,
    refusals: isFirst ? 0 : last.refusals + (last.type === "refused" ? 0 : 1),
  };
}

/** Compares an answer of the server with what a page has handed over. */
export function compareHandover(draft: Draft, server: SessionBase | null): void {
  const { handover } = draft;
  if (handover.type === "none") return;
  const { session } = handover;
  // Another answer than last time is a change of its own.
  const refusals = isSame(handover.server, server) ? handover.refusals + 1 : 1;
  const isConfirmed = isSame(session, server);
  draft.handover = isConfirmed ? NO_HANDOVER : { type: "refused", session, server, refusals };
}
