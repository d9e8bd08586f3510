import { describe, expect, test } from "vitest";
import { createAnnouncement } from "../../src/session/announcement.ts";
import { NOW, OTHER, stateOf, THIS, user } from "./states.ts";

const THIRD = 0.125;
const peerMutations = [
  [OTHER, NOW + 4000],
  [THIRD, NOW + 5000],
] as const;

describe("the announced mutation under way", () => {
  test("is this tab's own, where it has one", () => {
    const state = stateOf({ ...user, mutating: 2, pendingAuth: 1, peerMutations });
    expect(createAnnouncement("mutating", state)).toMatchObject({
      ...{ tab: THIS, mutating: 2, pendingAuth: 1 },
    });
  });

  test("is a peer's where it has none, and counts as a sign-out", () => {
    const state = stateOf({ ...user, peerMutations });
    expect(createAnnouncement("mutating", state)).toMatchObject({
      ...{ tab: OTHER, mutating: 1, pendingAuth: 1 },
    });
  });
});

test("every other announcement is this tab's own, even during a peer mutation", () => {
  const state = stateOf({ ...user, peerMutations });
  expect(createAnnouncement("answer", state)).toMatchObject({
    ...{ tab: THIS, mutating: 0, pendingAuth: 0 },
  });
});
