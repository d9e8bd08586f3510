import { describe, expect, test } from "vitest";
import { SessionFetchError } from "../../src/errors.ts";
import type { SessionInput } from "../../src/session/event.ts";
import { readUnderWay, stampUnderWay } from "../../src/session/state/fetching.ts";
import {
  besidePeerMutation,
  given,
  reading,
  signingOut,
  updating,
  withFailures,
  withForcedRead,
  withMutation,
  withOwnMutation,
  withReadAt,
  withStamp,
  type Builder,
} from "./given.ts";
import { user } from "./states.ts";
import { step } from "./step.ts";
import { ada, grace, HOUR_MS, NOW, OTHER, RANDOM } from "./values.ts";

const answer = { session: grace, lifetimeMs: HOUR_MS, isServerClock: true };
const STARTED = NOW - 50.5;
const mutating = given(user, updating, withOwnMutation(STARTED));

describe("the start of a mutation", () => {
  test.each([
    ["a sign-in or sign-out aborts updates too", false, 1],
    ["an update leaves other updates alone", true, 0],
  ])("%s; the abort comes before the announcement", (_, isUpdate, pendingAuth) => {
    const { next, effects } = step(given(user, reading()), { type: "mutationStarted", isUpdate });
    expect(effects).toEqual([
      ["abort", !isUpdate],
      ["announce", "mutating"],
    ]);
    expect(next).toMatchObject({
      cache: { session: ada },
      fetching: { type: "idle" },
      mutations: { pending: 1, pendingAuth, newest: NOW + RANDOM },
    });
  });

  test("has a stamp after everything that is known, even if the clock is behind", () => {
    const before = given(user, withStamp(NOW + 100), withMutation(NOW + 200));
    const { next } = step(before, { type: "mutationStarted", isUpdate: true });
    expect(next.mutations.newest).toBe(NOW + 201 + RANDOM);
  });

  test("during a peer mutation causes a read afterwards", () => {
    const before = given(user, besidePeerMutation(OTHER, NOW + 4000));
    const { next } = step(before, { type: "mutationStarted", isUpdate: true });
    expect(next.peers.mutations).toEqual(before.peers.mutations);
    expect(next.nextRead.schedule).toMatchObject({ at: NOW });
  });

  test("is this tab's own, and the newest", () => {
    const { mutations } = step(user, { type: "mutationStarted", isUpdate: true }).next;
    expect(mutations.own).toBe(mutations.newest);
  });

  test("holds back a forced read until its end", () => {
    const before = given(user, withForcedRead);
    const started = step(before, { type: "mutationStarted", isUpdate: true });
    expect(started.effects.map(([name]) => name)).not.toContain("read");
    const settled = step(started.next, { type: "mutationSettled", isUpdate: true });
    expect(settled.effects.at(-1)).toEqual(["read", expect.any(Number), expect.any(Boolean)]);
  });
});

describe("the end of a mutation that a read concludes", () => {
  const { next: owing } = step(given(mutating, withForcedRead), {
    type: "mutationSettled",
    isUpdate: true,
  });
  const readId = stampUnderWay(owing);

  test("is announced as soon as that read is aborted", () => {
    const { next, effects } = step(owing, { type: "stopped" });
    expect(effects).toEqual([
      ["abort", true],
      ["announce", "changed"],
    ]);
    expect(step(next, { type: "stopped" }).effects).toEqual([["abort", true]]);
  });

  test.each<[string, string, SessionInput]>([
    ["its answer", "answer", { type: "answered", readId, ...answer, tookMs: 10 }],
    [
      "its failure, after which peers may read,",
      "changed",
      { type: "failed", readId, error: new SessionFetchError("http") },
    ],
  ])("is announced by %s and not again", (_, tells, input) => {
    const { next, effects } = step(given(owing, withFailures(5)), input);
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
    expect(next).toMatchObject({
      cache: { session: grace, stamp: STARTED },
      mutations: { pending: 0 },
    });
    expect(emitted).toEqual(["userChanged"]);
    expect(effects).toContainEqual(["announce", "answer"]);
    expect(next.nextRead.schedule).toEqual({ type: "none" });
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
    expect(next.cache.session).toBe(ada);
  });

  test("that needs a read announces nothing, and reads at once", () => {
    const { next, effects } = step(mutating, {
      type: "mutationSettled",
      isUpdate: true,
      needsRead: true,
      hasChanged: true,
    });
    expect(effects).toEqual([["read", readUnderWay(next), true]]);
    expect(stampUnderWay(next)).toBeGreaterThan(next.mutations.newest);
  });

  test.each<[string, object, string[][]]>([
    [
      "announces a change at once, because the page may be left",
      { hasChanged: true },
      [["changed"]],
    ],
    ["is announced by that read's answer", {}, []],
  ])("while a read is due anyway %s", (_, settlement, types) => {
    const { effects } = step(given(mutating, withForcedRead), {
      type: "mutationSettled",
      isUpdate: true,
      ...settlement,
    });
    const announced = effects.filter(([name]) => name === "announce");
    expect(announced).toEqual(types.map(([type]) => ["announce", type]));
  });

  test.each([
    ["of a sign-in or sign-out leaves the update", false, 0],
    ["of an update leaves the sign-in or sign-out", true, 1],
  ])("%s that is under way beside it", (_, isUpdate, pendingAuth) => {
    const before = given(mutating, signingOut);
    const { next } = step(before, { type: "mutationSettled", isUpdate });
    expect(next.mutations).toMatchObject({ pending: 1, pendingAuth });
  });

  test("during another mutation of this tab announces nothing, and does not read yet", () => {
    const before = given(mutating, updating);
    expect(step(before, { type: "mutationSettled", isUpdate: true }).effects).toEqual([]);
    const { next, effects } = step(before, {
      type: "mutationSettled",
      isUpdate: true,
      needsRead: true,
    });
    expect(effects).toEqual([]);
    expect(next.mutations.pending).toBe(1);
    expect(next.nextRead.schedule).toEqual({ type: "forced" });
  });

  test("with an answer still reads, if a peer mutation was announced meanwhile", () => {
    const { next, effects } = step(given(mutating, withReadAt(NOW)), {
      type: "mutationSettled",
      isUpdate: true,
      answer,
    });
    expect(next).toMatchObject({ cache: { session: grace }, mutations: { own: null } });
    expect(effects.at(-1)).toEqual(["read", readUnderWay(next), true]);
  });

  describe("that another one overlaps", () => {
    const overlapped = given(user, signingOut, withOwnMutation(STARTED), withMutation(NOW - 10.5));
    const settled = { type: "mutationSettled", isUpdate: false } as const;

    test("says what it says as of its own start, and asks who came last", () => {
      const { next, effects } = step(overlapped, { ...settled, answer });
      expect(effects.map(([name]) => name)).toEqual(["announce", "userChanged", "read"]);
      expect(effects.at(-1)).toEqual(["read", readUnderWay(next), true]);
      expect(next).toMatchObject({
        cache: { session: grace, stamp: STARTED },
        mutations: { own: null },
      });
    });

    test.each([
      ["that has changed something", true, "changed"],
      ["that will be read", false, "changed"],
    ])(
      "%s is announced at once, so that neither tab waits for the other's read",
      (_, hasChanged, type) => {
        const before = given(overlapped, besidePeerMutation(OTHER, NOW + 4000));
        const { next, effects } = step(before, { ...settled, needsRead: true, hasChanged });
        expect(effects).toEqual([["announce", type]]);
        expect(next.nextRead.schedule).toEqual({ type: "forced" });
      },
    );

    test("does not read if it has no answer", () => {
      const { next, effects } = step(overlapped, settled);
      expect(effects).toEqual([["announce", "unchanged"]]);
      expect(next.mutations.own).toBeNull();
    });
  });

  test.each<[string, Builder[], typeof answer | undefined, boolean]>([
    ["with an answer, leaves it the newest and its own", [], answer, true],
    ["without one, does not leave it its own", [], undefined, false],
    [
      "of an update that a sign-out of this tab overtook, leaves it its own",
      [signingOut],
      undefined,
      true,
    ],
  ])("%s", (_, others, settledAnswer, isOwn) => {
    const { next } = step(given(mutating, ...others), {
      type: "mutationSettled",
      isUpdate: true,
      ...(settledAnswer && { answer: settledAnswer }),
    });
    expect(next.mutations.own).toBe(isOwn ? next.mutations.newest : null);
  });

  test("has its own stamp, later than any read that starts at this moment", () => {
    const { next } = step(mutating, { type: "mutationSettled", isUpdate: true, answer });
    expect(next.mutations.newest).toBe(NOW + RANDOM + 1);
  });
});
