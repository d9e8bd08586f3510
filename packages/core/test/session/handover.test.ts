import { describe, expect, test } from "vitest";
import type { SessionState } from "../../src/session/state/state.ts";
import { ada, grace, HOUR_MS, NOW, READING, step, user, type Result } from "./states.ts";

type Handed = typeof ada | null;

const MADE_BY_PAGE = { ...ada, made: "by the page" };

function handOver(before: Result["next"] | typeof user, session: Handed): Result {
  const answer = { session, lifetimeMs: HOUR_MS, isServerClock: false };
  return step(before, { type: "hydrated", ...answer });
}

function answerWith(before: Result["next"], session: Handed): Result {
  const answer = { session, lifetimeMs: HOUR_MS, isServerClock: true };
  const reading = { ...before, reading: READING };
  return step(reading, { type: "answered", readId: READING, tookMs: 10, ...answer });
}

function handoverOf({ next }: Result): SessionState["handover"] {
  return next.handover;
}

describe("a session that a page hands over", () => {
  test("waits for the server's answer", () => {
    expect(handoverOf(handOver(user, MADE_BY_PAGE))).toMatchObject({
      ...{ type: "unanswered", session: MADE_BY_PAGE, refusals: 0 },
    });
  });

  test("is confirmed by the same answer, and refused by another", () => {
    const { next } = handOver(user, MADE_BY_PAGE);
    expect(handoverOf(answerWith(next, MADE_BY_PAGE))).toEqual({ type: "none" });
    expect(handoverOf(answerWith(next, ada))).toMatchObject({
      ...{ type: "refused", session: MADE_BY_PAGE, server: ada, refusals: 1 },
    });
  });

  test("that was refused causes no read when it is handed over again", () => {
    const refused = answerWith(handOver(user, MADE_BY_PAGE).next, ada);
    const again = handOver(refused.next, MADE_BY_PAGE);
    expect(again.effects).toEqual([]);
    expect(again.next.session).toEqual(ada);
  });

  test("is asked about later and later, once all before were refused", () => {
    let result = handOver(user, { ...MADE_BY_PAGE, count: 0 } as Handed);
    const delays: number[] = [];
    for (let count = 1; count < 8; count += 1) {
      result = answerWith(result.next, ada);
      result = handOver({ ...result.next, mutation: 0 }, { ...MADE_BY_PAGE, count } as Handed);
      delays.push(result.next.readAt - NOW);
    }
    // The first is read at once.
    expect(delays.slice(1)).toEqual([4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(result.next.session).toEqual(ada);
  });

  test("counts as refused where the page has another one before the server answers", () => {
    const first = handOver(user, MADE_BY_PAGE);
    const second = handOver(first.next, grace);
    expect(handoverOf(second)).toMatchObject({ type: "unanswered", session: grace, refusals: 1 });
  });

  test("is forgotten at a mutation of this tab", () => {
    const { next } = handOver(user, MADE_BY_PAGE);
    const mutated = step(next, { type: "mutationStarted", isUpdate: true });
    expect(handoverOf(mutated)).toEqual({ type: "none" });
  });
});
