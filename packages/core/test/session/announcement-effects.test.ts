import { describe, expect, test } from "vitest";
import type { Announcement, AnnouncementType } from "../../src/session/announcement.ts";
import { BEGINNING } from "../../src/session/state/stamp.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import {
  given,
  reading,
  signingOut,
  unobserved,
  withMutation,
  withPart,
  withSession,
} from "./given.ts";
import { nobody, user } from "./states.ts";
import { announcementOf, receive, step, type Result } from "./step.ts";
import { ada, grace, HOUR_MS, NOW, READING } from "./values.ts";

const begun = NOW - 50.5;

/** A read of this tab is answered. */
function read(
  before: SessionState,
  session: typeof ada | null,
  serverSession?: typeof ada,
): Result {
  const answer = { session, serverSession, lifetimeMs: HOUR_MS, isServerClock: true };
  return step(given(before, reading()), {
    type: "answered",
    readId: READING,
    tookMs: 100,
    ...answer,
  });
}

/** The announcement of a peer that knows of no mutation, unless one is given. */
function announcementOfPeer(
  type: AnnouncementType,
  session: typeof ada | null,
  mutation = BEGINNING,
): Announcement {
  return announcementOf(type, given(user, withSession(session), withMutation(mutation)));
}

describe("what this tab announces", () => {
  test("of a mutation is news when it begins, and urgent as long as it continues", () => {
    const { next, signals, areUrgent } = step(user, { type: "mutationStarted", isUpdate: false });
    expect(signals).toEqual(["changeRevision"]);
    expect(areUrgent).toEqual([true]);
    const again = receive(next, announcementOf("hello", nobody));
    expect(again.signals).toEqual([]);
    expect(again.areUrgent).toEqual([true]);
  });

  test("of its end is news for next-auth, and for suspended pages", () => {
    const announced = withPart("peers", { announcedMutation: begun });
    const before = given(user, signingOut, withMutation(begun), announced);
    const settled = { type: "mutationSettled", isUpdate: false } as const;
    const { signals, areUrgent } = step(before, { ...settled, hasChanged: true });
    expect(signals).toEqual(["changeRevision", "signalNextAuth"]);
    expect(areUrgent).toEqual([true]);
  });

  test("of a first user is news for next-auth only", () => {
    const { next, signals, areUrgent } = read(user, ada);
    expect(signals).toEqual(["signalNextAuth"]);
    expect(areUrgent).toEqual([false]);
    expect(read(next, ada).signals).toEqual([]);
  });

  test("of another user is news, and urgent", () => {
    const { next } = read(user, ada);
    const { signals, areUrgent } = read(next, grace);
    expect(signals).toEqual(["changeRevision", "signalNextAuth"]);
    expect(areUrgent).toEqual([true]);
  });

  test("of what has changed about the same user is news for next-auth, and not urgent", () => {
    const { next } = read(user, ada);
    const moved = { ...ada, role: "admin" };
    const { signals, areUrgent } = read(next, moved);
    expect(signals).toEqual(["signalNextAuth"]);
    expect(areUrgent).toEqual([false]);
  });

  test("of a tab that may have missed something is news when it has read, and not in its hello", () => {
    const asked = step(given(user, unobserved), {
      type: "started",
      mayHaveMissed: true,
      isArrival: false,
    });
    expect(asked.signals).toEqual([]);
    expect(read(asked.next, ada).signals).toContain("changeRevision");
  });

  test("compares server sessions, because a schema creates new objects", () => {
    const made = (): typeof ada => ({ user: {}, expires: ada.expires, at: {} }) as typeof ada;
    const { next } = read(user, made(), ada);
    expect(read(next, made(), ada).signals).toEqual([]);
  });
});

describe("what other tabs announce", () => {
  test("is news for suspended pages where the user is another one: the peer knew none before", () => {
    const first = receive(user, announcementOfPeer("answer", ada));
    const again = receive(first.next, announcementOfPeer("answer", ada));
    expect([first.signals, again.signals]).toEqual([[], []]);
    expect(receive(again.next, announcementOfPeer("answer", null)).signals).toEqual([
      "changeRevision",
    ]);
  });

  test("is not news again when this tab announces it", () => {
    const { next } = receive(user, announcementOfPeer("answer", null, begun));
    expect(read(next, null).signals).toEqual([]);
  });

  test("as changed is not news again when this tab's read finds it", () => {
    const { next } = receive(read(user, ada).next, announcementOfPeer("changed", ada, NOW));
    const found = read(next, grace);
    expect(found.signals).toEqual(["signalNextAuth"]);
    expect(found.areUrgent).toEqual([false]);
  });

  test("counts as an answer even if this tab's schema rejects its session", () => {
    const { next } = receive(user, announcementOfPeer("answer", ada));
    const unread = {
      ...announcementOfPeer("changed", ada),
      session: undefined,
      stamp: BEGINNING,
      serverSession: grace,
    };
    expect(receive(next, unread).signals).toEqual(["changeRevision"]);
  });
});
