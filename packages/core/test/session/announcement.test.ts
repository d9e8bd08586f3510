import { describe, expect, test } from "vitest";
import { createAnnouncement } from "../../src/session/announcement.ts";
import { besidePeerMutation, given, signingOut, updating } from "./given.ts";
import { user } from "./states.ts";
import { NOW, OTHER, THIRD, THIS } from "./values.ts";

const besidePeers = given(
  user,
  besidePeerMutation(OTHER, NOW + 4000),
  besidePeerMutation(THIRD, NOW + 5000),
);

describe("the announced mutation under way", () => {
  test("is this tab's own, where it has one", () => {
    const state = given(besidePeers, updating, signingOut);
    expect(createAnnouncement("mutating", state)).toMatchObject({
      tab: THIS,
      mutating: 2,
      pendingAuth: 1,
    });
  });

  test("is a peer's where it has none, and counts as a sign-out", () => {
    expect(createAnnouncement("mutating", besidePeers)).toMatchObject({
      tab: OTHER,
      mutating: 1,
      pendingAuth: 1,
    });
  });
});

test("every other announcement is this tab's own, even during a peer mutation", () => {
  expect(createAnnouncement("answer", besidePeers)).toMatchObject({
    tab: THIS,
    mutating: 0,
    pendingAuth: 0,
  });
});
