import { describe, expect, test } from "vitest";
import type { Announcement, AnnouncementType } from "../../src/session/announcement.ts";
import type { Facts } from "./facts.ts";
import {
  ada,
  grace,
  HOUR_MS,
  nobody,
  NOW,
  READING,
  announcementOf,
  step,
  user,
  type Result,
} from "./states.ts";

const begun = NOW - 50.5;
const reading: Facts = { ...user, reading: READING };

function answered(before: Facts, session: typeof ada | null, serverSession?: typeof ada): Result {
  const answer = { session, serverSession, lifetimeMs: HOUR_MS, isServerClock: true };
  return step(before, { type: "answered", readId: READING, tookMs: 100, ...answer });
}

function receive(before: Facts, announcement: Announcement): Result {
  return step(before, { type: "messageReceived", announcement });
}

/** The announcement of a peer that knows of no mutation, unless one is given. */
function announcementOfPeer(
  type: AnnouncementType,
  session: Facts["session"],
  mutation = 0,
): Announcement {
  return announcementOf(type, { ...user, session, mutation });
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
    const before = { ...user, mutating: 1, mutation: begun, announcedMutation: begun };
    const settled = { type: "mutationSettled", isUpdate: false } as const;
    const { signals, areUrgent } = step(before, { ...settled, hasChanged: true });
    expect(signals).toEqual(["changeRevision", "signalNextAuth"]);
    expect(areUrgent).toEqual([true]);
  });

  test("of a first user is news for next-auth only", () => {
    const { next, signals, areUrgent } = answered(reading, ada);
    expect(signals).toEqual(["signalNextAuth"]);
    expect(areUrgent).toEqual([false]);
    expect(answered({ ...next, reading: READING }, ada).signals).toEqual([]);
  });

  test("of another user is news, and urgent", () => {
    const { next } = answered(reading, ada);
    const { signals, areUrgent } = answered({ ...next, reading: READING }, grace);
    expect(signals).toEqual(["changeRevision", "signalNextAuth"]);
    expect(areUrgent).toEqual([true]);
  });

  test("of what has changed about the same user is news for next-auth, and not urgent", () => {
    const { next } = answered(reading, ada);
    const moved = { ...ada, role: "admin" };
    const { signals, areUrgent } = answered({ ...next, reading: READING }, moved);
    expect(signals).toEqual(["signalNextAuth"]);
    expect(areUrgent).toEqual([false]);
  });

  test("of a tab that may have missed something is news when it has read, and not in its hello", () => {
    const asked = step(
      { ...user, isObserved: false },
      { type: "started", mayHaveMissed: true, isArrival: false },
    );
    expect(asked.signals).toEqual([]);
    expect(answered({ ...asked.next, reading: READING }, ada).signals).toContain("changeRevision");
  });

  test("compares server sessions, because a schema creates new objects", () => {
    const made = (): typeof ada =>
      ({ user: {}, expires: ada.expires as string, at: {} }) as typeof ada;
    const { next } = answered(reading, made(), ada);
    expect(answered({ ...next, reading: READING }, made(), ada).signals).toEqual([]);
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
    expect(answered({ ...next, reading: READING }, null).signals).toEqual([]);
  });

  test("as changed is not news again when this tab's read finds it", () => {
    const { next } = receive(
      { ...user, ...answered(reading, ada).next },
      announcementOfPeer("changed", ada, NOW),
    );
    const found = answered({ ...next, reading: READING }, grace);
    expect(found.signals).toEqual(["signalNextAuth"]);
    expect(found.areUrgent).toEqual([false]);
  });

  test("counts as an answer even if this tab's schema rejects its session", () => {
    const { next } = receive(user, announcementOfPeer("answer", ada));
    const unread = { ...announcementOfPeer("changed", undefined), stamp: 0, serverSession: grace };
    expect(receive(next, unread).signals).toEqual(["changeRevision"]);
  });
});
