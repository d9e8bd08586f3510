import type { SessionBase } from "../../types/session.ts";
import type { Draft } from "../effect.ts";
import { isSameSession } from "../identity.ts";

type MaybeSession = SessionBase | null | undefined;

/** The session that a page has handed over last, until the server has confirmed it. */
export type Handover = { readonly type: "none" } | PendingHandover;

interface PendingHandover {
  /** Whether the server has not answered since, or has answered something else. */
  readonly type: "unanswered" | "refused";
  readonly session: SessionBase | null;
  /**
   * The server's last answer that differed, to this handover or an earlier one; `undefined` before
   * the first one.
   */
  readonly server: MaybeSession;
  /**
   * How many times in a row the server gave this answer, or the page handed over another session
   * before the server answered.
   */
  readonly refusals: number;
}

/** No handover waits for a confirmation. */
export const NO_HANDOVER: Handover = { type: "none" };

/**
 * After this many refusals a handover is not shown any more, and is read for with a growing delay.
 */
const MOST_REFUSALS = 2;
const LONGEST_HANDOVER_DELAY_MS = 60_000;

/** Whether a page hands over the session that the server has just refused. */
export function isRefused({ handover }: Draft, session: SessionBase | null): boolean {
  return handover.type === "refused" && isSameSession(handover.session, session);
}

/**
 * Returns the milliseconds to wait before the server is asked about a handover. The delay is for
 * pages whose handovers were all refused: such a page may render its handover from what the client
 * shows, in an endless loop.
 *
 * @returns 0 if the handover may be shown, and the server asked at once
 */
export function handoverDelayMs({ handover }: Draft): number {
  const refusals = handover.type === "none" ? 0 : handover.refusals;
  return refusals < MOST_REFUSALS ? 0 : Math.min(1000 * 2 ** refusals, LONGEST_HANDOVER_DELAY_MS);
}

/** Notes a handover. */
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

/** Compares the server's answer with the handover. */
export function compareHandover(draft: Draft, server: SessionBase | null): void {
  const { handover } = draft;
  if (handover.type === "none") return;
  const { session } = handover;
  // A different answer is a change on the server, so the count starts again.
  const refusals = isSameSession(handover.server, server) ? handover.refusals + 1 : 1;
  const isConfirmed = isSameSession(session, server);
  draft.handover = isConfirmed ? NO_HANDOVER : { type: "refused", session, server, refusals };
}
