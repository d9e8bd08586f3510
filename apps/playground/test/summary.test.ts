import { expect, test } from "vitest";
import { summarize } from "../src/model/summary.ts";
import { play, playSituation } from "./support.ts";

test("a tab is right if it shows what the server would say", async () => {
  expect(summarize(await playSituation("The server fails", "sojourn", 14_000))).toEqual({
    reads: 4,
    tabs: 3,
    right: 3,
  });
  expect(summarize(await playSituation("The server fails", "next-auth", 14_000))).toEqual({
    reads: 9,
    tabs: 3,
    right: 0,
  });
});

test("tabs that are frozen, away or closed do not count, and one that is loading is not right", async () => {
  const run = await play(1010, [
    { at: 500, name: "freeze", tab: 1 },
    { at: 500, name: "close", tab: 2 },
    { at: 900, name: "silent" },
    { at: 950, name: "leave", tab: 3 },
    { at: 1000, name: "open", tab: 2 },
  ]);
  expect(summarize(run)).toMatchObject({ tabs: 1, right: 0 });
});
