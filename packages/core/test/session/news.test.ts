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
  said,
  step,
  user,
  type Result,
} from "./states.ts";

const begun = NOW - 50.5;
const reading: Facts = { ...user, reading: READING };

function answered(before: Facts, session: typeof ada | null, serverSession?: typeof ada): Result {
  const answer = { session, serverSession, lifetimeMs: HOUR_MS, isServerClock: true };
  return step(before, { type: "answered", reading: READING, tookMs: 100, ...answer });
}

function heard(before: Facts, announcement: Announcement): Result {
  return step(before, { type: "messageReceived", announcement });
}

/** What another tab says that has begun no mutation, unless it is told so. */
function says(type: AnnouncementType, session: Facts["session"], mutation = 0): Announcement {
  return said(type, { ...user, session, mutation });
}

describe("what this tab announces", () => {
  test("of a mutation is news when it begins, and urgent as long as it goes on", () => {
    const { next, signals, areUrgent } = step(user, { type: "mutationStarted", isUpdate: false });
    expect(signals).toEqual(["changeRevision"]);
    expect(areUrgent).toEqual([true]);
    const again = heard(next, said("hello", nobody));
    expect(again.signals).toEqual([]);
    expect(again.areUrgent).toEqual([true]);
  });

  test("of its end is news for next-auth, and for pages that cannot hear", () => {
    const before = { ...user, mutating: 1, mutation: begun, announcedMutation: begun };
    const settled = { type: "mutationSettled", isUpdate: false } as const;
    const { signals, areUrgent } = step(before, { ...settled, hasChanged: true });
    expect(signals).toEqual(["changeRevision", "signalNextAuth"]);
    expect(areUrgent).toEqual([true]);
  });

  test("of who is there is no news where it is the first that is said", () => {
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

  test("as one that may have missed something is news when it knows, and not when it asks", () => {
    const asked = step(
      { ...user, isObserved: false },
      { type: "started", mayHaveMissed: true, isArrival: false },
    );
    expect(asked.signals).toEqual([]);
    expect(answered({ ...asked.next, reading: READING }, ada).signals).toContain("changeRevision");
  });

  test("is compared as the server has sent it, whatever a schema makes anew", () => {
    const made = (): typeof ada =>
      ({ user: {}, expires: ada.expires as string, at: {} }) as typeof ada;
    const { next } = answered(reading, made(), ada);
    expect(answered({ ...next, reading: READING }, made(), ada).signals).toEqual([]);
  });
});

describe("what other tabs announce", () => {
  test("is news for pages that cannot hear where it is another user: that tab knew of nobody", () => {
    const first = heard(user, says("answer", ada));
    const again = heard(first.next, says("answer", ada));
    expect([first.signals, again.signals]).toEqual([[], []]);
    expect(heard(again.next, says("answer", null)).signals).toEqual(["changeRevision"]);
  });

  test("is not told again by this tab", () => {
    const { next } = heard(user, says("answer", null, begun));
    expect(answered({ ...next, reading: READING }, null).signals).toEqual([]);
  });

  test("as changed is found out by this tab without telling it again as news", () => {
    const { next } = heard({ ...user, ...answered(reading, ada).next }, says("changed", ada, NOW));
    const found = answered({ ...next, reading: READING }, grace);
    expect(found.signals).toEqual(["signalNextAuth"]);
    expect(found.areUrgent).toEqual([false]);
  });

  test("and this tab's schema makes nothing of counts as what it is", () => {
    const { next } = heard(user, says("answer", ada));
    const unread = { ...says("changed", undefined), stamp: 0, serverSession: grace };
    expect(heard(next, unread).signals).toEqual(["changeRevision"]);
  });
});
