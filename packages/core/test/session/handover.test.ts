import { describe, expect, test } from "vitest";
import type { SessionState } from "../../src/session/state/state.ts";
import { given, reading } from "./given.ts";
import { user } from "./states.ts";
import { step, type Result } from "./step.ts";
import { ada, grace, HOUR_MS, NOW, READING } from "./values.ts";

type Handed = typeof ada | null;

const MADE_BY_PAGE = { ...ada, made: "by the page" };

function handOver(before: SessionState, session: Handed): Result {
  const answer = { session, lifetimeMs: HOUR_MS, isServerClock: false };
  return step(before, { type: "hydrated", ...answer });
}

function answerWith(before: SessionState, session: Handed): Result {
  const answer = { session, lifetimeMs: HOUR_MS, isServerClock: true };
  return step(given(before, reading()), {
    type: "answered",
    readId: READING,
    tookMs: 10,
    ...answer,
  });
}

describe("a session that a page hands over", () => {
  test("waits for the server's answer", () => {
    expect(handOver(user, MADE_BY_PAGE).next.handover).toMatchObject({
      type: "unanswered",
      session: MADE_BY_PAGE,
      refusals: 0,
    });
  });

  test("is confirmed by the same answer, and refused by another", () => {
    const { next } = handOver(user, MADE_BY_PAGE);
    expect(answerWith(next, MADE_BY_PAGE).next.handover).toEqual({ type: "none" });
    expect(answerWith(next, ada).next.handover).toMatchObject({
      type: "refused",
      session: MADE_BY_PAGE,
      server: ada,
      refusals: 1,
    });
  });

  test("that was refused causes no read when it is handed over again", () => {
    const refused = answerWith(handOver(user, MADE_BY_PAGE).next, ada);
    const again = handOver(refused.next, MADE_BY_PAGE);
    expect(again.effects).toEqual([]);
    expect(again.next.cache.session).toEqual(ada);
  });

  test("is asked about later and later, once all before were refused", () => {
    let { next } = handOver(user, MADE_BY_PAGE);
    const schedules: unknown[] = [];
    for (let count = 1; count < 8; count += 1) {
      const refused = answerWith(next, ada).next;
      const handed = { ...MADE_BY_PAGE, count };
      ({ next } = handOver(refused, handed));
      schedules.push(next.nextRead.schedule);
    }
    // The first is read at once.
    const delays = [4000, 8000, 16_000, 32_000, 60_000, 60_000];
    expect(schedules.slice(1)).toMatchObject(delays.map((delayMs) => ({ at: NOW + delayMs })));
    expect(next.cache.session).toEqual(ada);
  });

  test("counts as refused where the page has another one before the server answers", () => {
    const first = handOver(user, MADE_BY_PAGE);
    const second = handOver(first.next, grace);
    expect(second.next.handover).toMatchObject({
      type: "unanswered",
      session: grace,
      refusals: 1,
    });
  });

  test("is forgotten at a mutation of this tab", () => {
    const { next } = handOver(user, MADE_BY_PAGE);
    const mutated = step(next, { type: "mutationStarted", isUpdate: true });
    expect(mutated.next.handover).toEqual({ type: "none" });
  });
});

test("an answer to no handover leaves none", () => {
  expect(answerWith(user, ada).next.handover).toEqual({ type: "none" });
});

test("the same handover is asked about again as long as the server has not answered", () => {
  const { next } = handOver(given(handOver(user, MADE_BY_PAGE).next), MADE_BY_PAGE);
  expect(next.handover).toMatchObject({ type: "unanswered", refusals: 0 });
});
