import { describe, expect, test } from "vitest";
import { describeMark, lookOf, toLanes } from "../src/view/lanes.ts";
import { toLinks } from "../src/view/links.ts";
import { play, playSituation } from "./support.ts";

const ada = { at: 1000, name: "ada", tab: 1 } as const;

describe("a lane", () => {
  test("has a band for each thing that its app has shown, one after the other", async () => {
    const [lane] = toLanes((await play(3000, [ada])).timeline);
    expect(lane!.bands.map(({ text, look }) => [text, look])).toEqual([
      ["loading", "loading"],
      ["signed out", "unauthenticated"],
      ["Ada Lovelace", "authenticated"],
    ]);
    expect(lane!.bands.map(({ to }) => to)).toEqual([
      ...lane!.bands.slice(1).map(({ from }) => from),
      null,
    ]);
  });

  test("begins no band while its app shows the same", async () => {
    const run = await play(3000, [ada, { at: 2000, name: "hide", tab: 1 }]);
    expect(toLanes(run.timeline)[0]!.bands.map(({ text }) => text)).toEqual([
      "loading",
      "signed out",
      "Ada Lovelace",
    ]);
  });

  test("says that its tab is away, and nothing of what the app shows meanwhile", async () => {
    const run = await playSituation("Back after a sign-out", "sojourn", 6000);
    const band = toLanes(run.timeline)[1]!.bands.at(-1);
    expect(band).toEqual({ from: 3500, to: null, text: "away", look: "away" });
  });

  test("of the server says who is signed in, and how it answers", async () => {
    const run = await play(3000, [ada, { at: 2000, name: "500" }]);
    const bands = toLanes(run.timeline).at(-1)!.bands;
    expect(bands.map(({ text, look }) => [text, look])).toEqual([
      ["nobody is signed in", "unauthenticated"],
      ["Ada Lovelace is signed in", "authenticated"],
      ["Ada Lovelace is signed in, answers with 500", "failing"],
    ]);
  });

  test("has each entry in one mark, and marks that do not overlap", async () => {
    const run = await playSituation("A late answer", "next-auth", 20_000);
    for (const { lane, marks } of toLanes(run.timeline)) {
      const own = run.timeline.filter((it) => it.lane === lane);
      expect(marks.flatMap(({ entries }) => entries)).toEqual(own);
      const gaps = marks.slice(1).map(({ at }, index) => at - marks[index]!.at);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
    }
  });

  test("leaves out marks that are too old", async () => {
    const { timeline } = await play(8000, [ada]);
    const marks = toLanes(timeline, 5000).flatMap((lane) => lane.marks);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.every(({ at }) => at >= 5000)).toBe(true);
  });
});

describe("a mark", () => {
  test("looks like what matters most in it, and says the first four things", async () => {
    const marks = toLanes((await play(3000, [ada])).timeline)[0]!.marks;
    const mark = marks.find(({ at }) => at === 1000)!;
    expect(lookOf(mark)).toBe("action");
    expect(describeMark(mark)).toMatch(
      /^1\.0 s: The user signs in as Ada; A mutation starts; Announces: a mutation is under way; GET providers; and \d more$/,
    );
  });

  test("looks like a failure if a request has failed", async () => {
    const run = await play(8000, [ada, { at: 4000, name: "500" }]);
    expect(toLanes(run.timeline)[0]!.marks.map(lookOf)).toContain("failure");
  });
});

test("a request that fails is marked as a failure", async () => {
  const run = await play(8000, [ada, { at: 4000, name: "500" }]);
  expect(toLinks(run.timeline).filter(({ look }) => look === "failure")).toHaveLength(1);
});

test("a request is a line to the server and back, a message a line to each other tab", async () => {
  const run = await play(600, [{ at: 400, name: "close", tab: 3 }]);
  const links = toLinks(run.timeline);
  const request = links.find(({ look }) => look === "request")!;
  expect(request.points.map(({ row }) => row)).toEqual([2, 3, 2]);
  const messages = links.filter(({ look }) => look === "message");
  expect(messages.map(({ points }) => points.map(({ row }) => row))).toContainEqual([2, 0]);
  expect(new Set(links.map(({ key }) => key)).size).toBe(links.length);
});
