import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import type { SessionInput } from "../../src/session/event.ts";
import { FORCED, type Facts } from "./facts.ts";
import { ada, grace, HOUR_MS, NOW, OTHER, RANDOM, READING, step, user } from "./states.ts";

const answer = { session: grace, lifetimeMs: HOUR_MS, isServerClock: true };
const STARTED = NOW - 50.5;
const mutating = { ...user, mutating: 1, mutation: STARTED, ownMutation: STARTED };

describe("the start of a mutation", () => {
  test.each([
    ["a sign-in or sign-out aborts updates too", false, 1],
    ["an update leaves other updates alone", true, 0],
  ])("%s; the abort comes before the announcement", (_, isUpdate, pendingAuth) => {
    const { next, effects } = step(
      { ...user, reading: READING },
      { type: "mutationStarted", isUpdate },
    );
    expect(effects).toEqual([
      ["abort", !isUpdate],
      ["announce", "mutating"],
    ]);
    expect(next).toMatchObject({
      ...{ reading: 0, mutating: 1, pendingAuth, mutation: NOW + RANDOM, session: ada },
    });
  });

  test("has a stamp after everything that is known, even if the clock is behind", () => {
    const before = { ...user, stamp: NOW + 100, mutation: NOW + 200 };
    const { next } = step(before, { type: "mutationStarted", isUpdate: true });
    expect(next.mutation).toBe(NOW + 201 + RANDOM);
  });

  test("during a peer mutation causes a read afterwards", () => {
    const before: Facts = { ...user, peerMutations: [[OTHER, NOW + 4000]] };
    const { next } = step(before, { type: "mutationStarted", isUpdate: true });
    expect(next).toMatchObject({ peerMutations: before.peerMutations, readAt: NOW });
  });

  test("is this tab's own, and the newest", () => {
    const { next } = step(user, { type: "mutationStarted", isUpdate: true });
    expect(next.ownMutation).toBe(next.mutation);
  });

  test("holds back a forced read until its end", () => {
    const before = { ...user, readAt: FORCED };
    const started = step(before, { type: "mutationStarted", isUpdate: true });
    expect(started.effects.map(([name]) => name)).not.toContain("read");
    const settled = step(started.next, { type: "mutationSettled", isUpdate: true });
    expect(settled.effects.at(-1)).toEqual(["read", expect.any(Number), expect.any(Boolean)]);
  });
});

describe("the end of a mutation that a read concludes", () => {
  const { next: owing } = step(
    { ...mutating, readAt: FORCED },
    { type: "mutationSettled", isUpdate: true },
  );

  test("is announced as soon as that read is aborted", () => {
    const { next, effects } = step(owing, { type: "stopped" });
    expect(effects).toEqual([
      ["abort", true],
      ["announce", "changed"],
    ]);
    expect(step(next, { type: "stopped" }).effects).toEqual([["abort", true]]);
  });

  test.each<[string, string, SessionInput]>([
    ["its answer", "answer", { type: "answered", readId: owing.reading, ...answer, tookMs: 10 }],
    [
      "its failure, after which peers may read,",
      "changed",
      { type: "failed", readId: owing.reading, error: new SessionFetchError("http") },
    ],
  ])("is announced by %s and not again", (_, tells, input) => {
    const { next, effects } = step({ ...owing, failures: 5 }, input);
    expect(effects).toContainEqual(["announce", tells]);
    expect(step(next, { type: "stopped" }).effects).toEqual([["abort", true]]);
  });
});

describe("the end of a mutation", () => {
  test("with an answer announces it, with the stamp of the mutation's start", () => {
    const { next, effects, emitted } = step(mutating, {
      type: "mutationSettled",
      isUpdate: true,
      answer,
    });
    expect(next).toMatchObject({ session: grace, stamp: mutating.mutation, mutating: 0 });
    expect(emitted).toEqual(["userChanged"]);
    expect(effects).toContainEqual(["announce", "answer"]);
    expect(next.readAt).toBe(Infinity);
  });

  test.each([
    [true, "changed"],
    [false, "unchanged"],
  ])("without an answer, hasChanged %s: announces %s", (hasChanged, type) => {
    const { next, effects } = step(mutating, {
      type: "mutationSettled",
      isUpdate: true,
      hasChanged,
    });
    expect(effects).toEqual([["announce", type]]);
    expect(next.session).toBe(ada);
  });

  test("that needs a read announces nothing, and reads at once", () => {
    const { next, effects } = step(mutating, {
      type: "mutationSettled",
      isUpdate: true,
      needsRead: true,
      hasChanged: true,
    });
    expect(effects).toEqual([["read", next.reading, true]]);
    expect(next.reading).toBeGreaterThan(next.mutation);
  });

  test.each<[string, object, string[][]]>([
    [
      "announces a change at once, because the page may be left",
      { hasChanged: true },
      [["changed"]],
    ],
    ["is announced by that read's answer", {}, []],
  ])("while a read is due anyway %s", (_, settlement, types) => {
    const { effects } = step(
      { ...mutating, readAt: FORCED },
      { type: "mutationSettled", isUpdate: true, ...settlement },
    );
    const announced = effects.filter(([name]) => name === "announce");
    expect(announced).toEqual(types.map(([type]) => ["announce", type]));
  });

  test.each([
    ["of a sign-in or sign-out leaves the update", false, 0],
    ["of an update leaves the sign-in or sign-out", true, 1],
  ])("%s that is under way beside it", (_, isUpdate, pendingAuth) => {
    const before = { ...mutating, mutating: 2, pendingAuth: 1 };
    const { next } = step(before, { type: "mutationSettled", isUpdate });
    expect(next).toMatchObject({ mutating: 1, pendingAuth });
  });

  test("during another mutation of this tab announces nothing, and does not read yet", () => {
    const before = { ...mutating, mutating: 2 };
    expect(step(before, { type: "mutationSettled", isUpdate: true }).effects).toEqual([]);
    const { next, effects } = step(before, {
      type: "mutationSettled",
      isUpdate: true,
      needsRead: true,
    });
    expect(effects).toEqual([]);
    expect(next).toMatchObject({ mutating: 1, readAt: FORCED });
  });

  test("with an answer still reads, if a peer mutation was announced meanwhile", () => {
    const { next, effects } = step(
      { ...mutating, readAt: NOW },
      { type: "mutationSettled", isUpdate: true, answer },
    );
    expect(next).toMatchObject({ session: grace, ownMutation: 0 });
    expect(effects.at(-1)).toEqual(["read", next.reading, true]);
  });

  describe("that another one overlaps", () => {
    const overlapped = { ...mutating, mutation: NOW - 10.5 };
    const settled = { type: "mutationSettled", isUpdate: false } as const;

    test("says what it says as of its own start, and asks who came last", () => {
      const { next, effects } = step({ ...overlapped, pendingAuth: 1 }, { ...settled, answer });
      expect(effects.map(([name]) => name)).toEqual(["announce", "userChanged", "read"]);
      expect(effects.at(-1)).toEqual(["read", next.reading, true]);
      expect(next).toMatchObject({ session: grace, stamp: STARTED, ownMutation: 0 });
    });

    test.each([
      ["that has changed something", true, "changed"],
      ["that will be read", false, "changed"],
    ])(
      "%s is announced at once, so that neither tab waits for the other's read",
      (_, hasChanged, type) => {
        const before = { ...overlapped, peerMutations: [[OTHER, NOW + 4000]] as const };
        const { next, effects } = step(before, { ...settled, needsRead: true, hasChanged });
        expect(effects).toEqual([["announce", type]]);
        expect(next.readAt).toBe(FORCED);
      },
    );

    test("does not read if it has no answer", () => {
      const { next, effects } = step({ ...overlapped, pendingAuth: 1 }, settled);
      expect(effects).toEqual([["announce", "unchanged"]]);
      expect(next.ownMutation).toBe(0);
    });
  });

  test.each([
    ["with an answer, leaves it the newest and its own", 1, answer, true],
    ["without one, does not leave it its own", 1, undefined, false],
    ["of an update that a sign-out of this tab overtook, leaves it its own", 2, undefined, true],
  ])("%s", (_, count, settledAnswer, isOwn) => {
    const { next } = step(
      { ...mutating, mutating: count },
      { type: "mutationSettled", isUpdate: true, ...(settledAnswer && { answer: settledAnswer }) },
    );
    expect(next.ownMutation).toBe(isOwn ? next.mutation : 0);
  });

  test("has its own stamp, later than any read that starts at this moment", () => {
    const { next } = step(mutating, { type: "mutationSettled", isUpdate: true, answer });
    expect(next.mutation).toBe(NOW + RANDOM + 1);
  });
});
