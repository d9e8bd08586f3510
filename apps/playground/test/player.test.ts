import { expect, test } from "vitest";
import { createPlayer, type Player } from "../src/model/player.ts";
import { replayStory } from "../src/model/run.ts";
import { NEW_STORY, type Story } from "../src/model/story.ts";
import { shown } from "./support.ts";

const signIn: Story = {
  ...NEW_STORY,
  actions: [
    { at: 1000, name: "ada", tab: 1 },
    { at: 3000, name: "signout", tab: 2 },
  ],
};

async function open(story: Story): Promise<Player> {
  const player = createPlayer(story, () => {});
  await player.load(story, true);
  return player;
}

test("a story that is watched from its start does its actions at their times", async () => {
  const player = await open(signIn);
  await player.advance(2500);
  expect(shown(player.run!)).toEqual(Array(3).fill("Ada Lovelace"));
  await player.advance(1500);
  expect(shown(player.run!)).toEqual(Array(3).fill("nobody"));
});

test("an action of the user takes the place of the rest of the story", async () => {
  const player = await open(signIn);
  await player.advance(2000);
  await player.act({ name: "hide", tab: 3 });
  await player.advance(2000);
  expect(shown(player.run!)).toEqual(Array(3).fill("Ada Lovelace"));
  expect(player.story.actions).toEqual([
    { at: 1000, name: "ada", tab: 1 },
    { at: 2000, name: "hide", tab: 3 },
  ]);
});

test("the story of the other client is at the same time, with the same actions", async () => {
  const player = await open(signIn);
  await player.advance(2500);
  player.setClient("next-auth");
  expect(player.story).toMatchObject({ client: "next-auth", now: 2500 });
  expect(shown(player.run!)).toEqual(["Ada Lovelace", "nobody", "nobody"]);
  await player.act({ name: "signout", tab: 1 });
  await player.advance(1500);
  const { sojourn, "next-auth": nextAuth } = player.runs!;
  expect([shown(sojourn)[0], shown(nextAuth)[0]]).toEqual(["nobody", "nobody"]);
  expect(nextAuth.timeline).toEqual((await replayStory(player.story)).timeline);
});

test("a pause ends all ticks, also those that are waiting", async () => {
  const player = await open(signIn);
  void player.tick(100);
  void player.setPlaying(false);
  await player.tick(100);
  expect(player.story.now).toBe(100);
  expect(player.isPlaying).toBe(false);
});

test("a story that is loaded in a pause stands at its time", async () => {
  const player = createPlayer(NEW_STORY, () => {});
  await Promise.all([player.load({ ...signIn, now: 2000 }, false), player.tick(100)]);
  expect(player.story.now).toBe(2000);
});

test("a step ends with the next thing that happens, and pauses", async () => {
  const player = await open({ ...signIn, now: 2000 });
  await player.step();
  expect(player.story.now).toBe(3000);
  expect(player.isPlaying).toBe(false);
});

test("a story ends after ten minutes", async () => {
  const player = await open({ ...NEW_STORY, poll: 0, now: 599_000 });
  await player.advance(5000);
  expect(player.story.now).toBe(600_000);
  await player.setPlaying(true);
  expect(player.isPlaying).toBe(false);
});

test("time that passes is reported, and so is each action", async () => {
  const seen: number[] = [];
  const player = createPlayer(NEW_STORY, () => seen.push(player.story.now));
  await player.load(NEW_STORY, true);
  await player.advance(50);
  await player.act({ name: "offline" });
  expect(seen).toEqual([0, 50, 50]);
});
