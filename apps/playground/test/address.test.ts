import { expect, test } from "vitest";
import { fromHash, toHash } from "../src/model/address.ts";
import { situations } from "../src/model/situations.ts";
import {
  ANSWERS,
  NEW_STORY,
  TAB_ACTIONS,
  TABS,
  WORLD_ACTIONS,
  type Action,
} from "../src/model/story.ts";

const everything: Action[] = [
  ...TAB_ACTIONS.flatMap((name) => TABS.map((tab): Action => ({ at: 10 * tab, name, tab }))),
  ...WORLD_ACTIONS.map((name): Action => ({ at: 99, name })),
];

test.for([
  NEW_STORY,
  { client: "next-auth", poll: 0, actions: everything.toSorted((a, b) => a.at - b.at), now: 1234 },
  ...situations.map(({ story }) => story),
] as const)("an address has all of a story: %#", (story) => {
  expect(fromHash(`#${toHash(story)}`)).toEqual(story);
});

test("an address needs no encoding", () => {
  const hash = toHash({ ...NEW_STORY, actions: everything });
  expect(encodeURI(hash)).toBe(hash);
  expect(new URLSearchParams(hash).toString()).toBe(hash);
});

test("what makes no sense in an address is left out", () => {
  const hash = "#client=x&poll=1e9&t=-5&do=5-ada-4_6-ada_x-ada-1_7-dance-1_9-online_8-ada-1_";
  expect(fromHash(hash)).toEqual({
    ...NEW_STORY,
    actions: [
      { at: 8, name: "ada", tab: 1 },
      { at: 9, name: "online" },
    ],
  });
  expect(fromHash("")).toEqual(NEW_STORY);
});

test("an address asks for no more than ten minutes and 500 actions", () => {
  const { now, actions } = fromHash(`#t=9999999&do=${Array(600).fill("1-online").join("_")}`);
  expect(now).toBe(600_000);
  expect(actions).toHaveLength(500);
});

test("all ways to answer are actions", () => {
  expect(WORLD_ACTIONS).toEqual(expect.arrayContaining([...ANSWERS]));
});
