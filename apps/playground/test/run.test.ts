import { describe, expect, test } from "vitest";
import { createPlayer } from "../src/model/player.ts";
import { situations } from "../src/model/situations.ts";
import { NEW_STORY, type Action } from "../src/model/story.ts";
import { replayStory } from "../src/model/run.ts";
import { countReads, play, shown } from "./support.ts";

const adaInTab1: Action = { at: 1000, name: "ada", tab: 1 };

describe("a story", () => {
  test.for(situations)("replayed gives the same timeline: $title", async ({ story }) => {
    for (const client of ["sojourn", "next-auth"] as const) {
      const first = await replayStory({ ...story, client, now: 20_000 });
      const second = await replayStory({ ...story, client, now: 20_000 });
      expect(second.timeline).toEqual(first.timeline);
    }
  });

  test("played by hand, in small steps, gives the same timeline as its replay", async () => {
    const player = createPlayer(NEW_STORY, () => {});
    await player.load(NEW_STORY, true);
    await player.advance(1003);
    await player.act({ name: "ada", tab: 1 });
    for (let passed = 0; passed < 7000; passed += 17) await player.advance(17);
    await player.act({ name: "slow" });
    await player.act({ name: "hide", tab: 3 });
    for (let passed = 0; passed < 9000; passed += 333) await player.advance(333);

    const replayed = await replayStory(player.story);
    expect(replayed.timeline).toEqual(player.run?.timeline);
    expect(countReads(replayed)).toBeGreaterThan(3);
  });

  test("with two actions at one time gives the same timeline as its replay", async () => {
    const player = createPlayer(NEW_STORY, () => {});
    await player.load(NEW_STORY, true);
    await player.act({ name: "freeze", tab: 2 });
    await player.act({ name: "ada", tab: 1 });
    await player.advance(2000);
    // What has waited runs in between.
    await Promise.all([
      player.act({ name: "thaw", tab: 2 }),
      player.act({ name: "freeze", tab: 2 }),
      player.advance(1000),
    ]);
    expect((await replayStory(player.story)).timeline).toEqual(player.run?.timeline);
  });

  test("begins with three tabs that ask once, and show that nobody is signed in", async () => {
    const run = await play(1000, []);
    expect(shown(run)).toEqual(["nobody", "nobody", "nobody"]);
    expect(countReads(run)).toBe(1);
  });

  test("leaves out what is not possible", async () => {
    const run = await play(3000, [
      { at: 500, name: "close", tab: 2 },
      { at: 900, name: "ada", tab: 2 },
      { at: 900, name: "thaw", tab: 1 },
      { at: 900, name: "back", tab: 1 },
    ]);
    expect(run.userName()).toBeNull();
    expect(run.tabs.map(({ state }) => state)).toEqual(["shown", "closed", "shown"]);
  });
});

describe("the browser", () => {
  test("lets a tab that opens later show the user, without a read", async () => {
    const run = await play(6000, [
      { at: 500, name: "close", tab: 3 },
      adaInTab1,
      { at: 4000, name: "open", tab: 3 },
    ]);
    expect(shown(run)[2]).toBe("Ada Lovelace");
    expect(countReads(run, 4000)).toBe(0);
  });

  test("runs nothing in a frozen tab, and all of it afterwards", async () => {
    const actions: Action[] = [{ at: 500, name: "freeze", tab: 2 }, adaInTab1];
    expect(shown(await play(4000, actions))).toEqual(["Ada Lovelace", "nobody", "Ada Lovelace"]);
    const thawed = await play(4500, [...actions, { at: 4000, name: "thaw", tab: 2 }]);
    expect(shown(thawed)[1]).toBe("Ada Lovelace");
  });

  test("cuts off requests when it goes offline", async () => {
    const run = await play(3000, [adaInTab1, { at: 1010, name: "offline" }]);
    expect(run.userName()).toBeNull();
    expect(run.timeline).toContainEqual(
      expect.objectContaining({ at: 1010, kind: "response", text: "GET csrf: cut off" }),
    );
    expect(run.tabs[0]?.notice).toBe("Signing in has failed: network");
  });

  test("shows the new name of a user in all tabs", async () => {
    const run = await play(4000, [adaInTab1, { at: 2000, name: "update", tab: 3 }]);
    expect(shown(run)).toEqual(Array(3).fill("Countess Lovelace"));
  });
});
