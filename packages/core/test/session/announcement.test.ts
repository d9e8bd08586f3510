import { describe, expect, test } from "vitest";
import { createAnnouncement } from "../../src/session/announcement.ts";
import type { SessionState } from "../../src/session/state/state.ts";
import type { SessionBase } from "../../src/types/session.ts";
import { besidePeerMutation, given, signingOut, updating, withPart, withSession } from "./given.ts";
import { nobody, unknown, user } from "./states.ts";
import { ada, NOW, OTHER, THIRD, THIS } from "./values.ts";

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

describe("the announced session", () => {
  const later = "2027-01-01T00:00:00.000Z";
  const withoutEnd: SessionBase = { user: { name: "Ada" } } as SessionBase;

  test.each<[string, SessionState, unknown]>([
    [
      "has the newest expires",
      given(user, withPart("expiry", { expires: later })),
      { ...ada, expires: later },
    ],
    [
      "has no expires where the server has sent none",
      given(user, withSession(withoutEnd), withPart("expiry", { expires: undefined })),
      withoutEnd,
    ],
    ["is null where nobody is signed in", nobody, null],
    ["is unknown where nothing is known", unknown, undefined],
  ])("%s", (_, state, expected) => {
    expect(createAnnouncement("answer", state).session).toStrictEqual(expected);
  });
});
