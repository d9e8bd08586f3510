import type { SessionBase } from "../types/session.ts";
import type { Draft } from "./effect.ts";
import { shareSession } from "./identity.ts";

type MaybeSession = SessionBase | null | undefined;

/** What a page has handed over last, and what the server has said to it. */
export interface HandedOver {
  readonly session: SessionBase | null;
  /** What the server has said in its place. */
  readonly server?: MaybeSession;
  /** How often in a row it has said so, or has not been heard before the page had something else. */
  readonly refusals: number;
  readonly isAnswered: boolean;
}

/** From now on what rendering hands over is shown no more, and asked about later and later. */
const MOST_REFUSALS = 2;
const LONGEST_DOUBT_MS = 60_000;

function isSame(a: MaybeSession, b: SessionBase | null): boolean {
  return a !== undefined && a === shareSession(a, b);
}

/** Whether a page hands over again what the server has just refused. */
export function isRefused({ handedOver }: Draft, session: SessionBase | null): boolean {
  return !!handedOver?.isAnswered && isSame(handedOver.session, session);
}

/**
 * Milliseconds until the server is asked about what a page hands over, where it has refused all that
 * before: a page may render what it hands over out of what it is shown, and so on in circles.
 *
 * @returns 0 where that may be shown, and asked about at once
 */
export function doubtMs({ handedOver }: Draft): number {
  const refusals = handedOver?.refusals ?? 0;
  return refusals < MOST_REFUSALS ? 0 : Math.min(1000 * 2 ** refusals, LONGEST_DOUBT_MS);
}

/** Notes what a page has handed over. */
export function noteHandedOver(draft: Draft, session: SessionBase | null): void {
  const { server, refusals = 0, isAnswered = true } = draft.handedOver ?? {};
  const total = isAnswered ? refusals : refusals + 1;
  draft.handedOver = { session, server, refusals: total, isAnswered: false };
}

/** Compares an answer of the server with what a page has handed over. */
export function compareHandedOver(draft: Draft, session: SessionBase | null): void {
  const { handedOver } = draft;
  if (!handedOver) return;
  // Another word than last time is a change of its own.
  const refusals = isSame(handedOver.server, session) ? handedOver.refusals + 1 : 1;
  const isConfirmed = isSame(handedOver.session, session);
  draft.handedOver = isConfirmed
    ? null
    : { session: handedOver.session, server: session, refusals, isAnswered: true };
}
