import { describe, expect, test } from "vitest";
import { applyCut, type Cut } from "../mechanisms/cut.ts";

const code = `
const LIMIT_MS = 5;
const settings = { limitMs: 1 };
function begin(draft) {
  const { limitMs } = draft;
  const at = limitMs + 1;
  if (at > 1) draft.effects.push(["announce", "hello"]);
  draft.effects.push(["announce", isOver(at) ? "changed" : "failure"]);
  draft.next.since = at;
  return { limitMs, LIMIT_MS };
}
const isOver = (time: number): boolean => time > LIMIT_MS;
const line = {
  tell() { other?.close(); line.close(); },
  async once() { await line.tell(); },
};
function twice() { const at = 1; return { at: 2 }; }
function once() {}
`;

/** The lines that a cut has changed, as they are then. */
function changedLines(cut: Cut): string[] {
  const before = code.split("\n");
  const after = applyCut(code, cut).split("\n");
  return after.filter((line) => !before.includes(line)).map((line) => line.trim());
}

describe("a value becomes another one", () => {
  test.each<[what: string, cut: Cut, line: string]>([
    ["of a constant", { value: "LIMIT_MS", becomes: "0" }, "const LIMIT_MS = (0);"],
    [
      "of a property, and not where that is only looked at",
      { value: "limitMs", becomes: "0" },
      "const settings = { limitMs: (0) };",
    ],
    [
      "of a variable in a function",
      { value: "at", in: "begin", becomes: "limitMs" },
      "const at = (limitMs);",
    ],
    [
      "that is assigned",
      { value: "since", in: "begin", becomes: "Infinity" },
      "draft.next.since = (Infinity);",
    ],
  ])("%s", (_, cut, line) => {
    expect(changedLines(cut)).toEqual([line]);
  });

  test.each<[what: string, cut: Cut, message: string]>([
    [
      "outside functions",
      { value: "at", becomes: "0" },
      "a value of at outside functions has to be there once, and is 0 times",
    ],
    [
      "in a function that has none",
      { value: "at", in: "isOver", becomes: "0" },
      "a value of at in isOver has to be there once, and is 0 times",
    ],
    [
      "in a function that has two",
      { value: "at", in: "twice", becomes: "0" },
      "a value of at in twice has to be there once, and is 2 times",
    ],
  ])("and is looked for %s", (_, cut, message) => {
    expect(() => applyCut(code, cut)).toThrow(message);
  });
});

describe("a function only returns", () => {
  test.each<[what: string, cut: Cut, line: string]>([
    [
      "in place of its block",
      { result: "tell", becomes: "undefined" },
      "tell() { return (undefined); },",
    ],
    [
      "in place of its expression",
      { result: "isOver", becomes: "false" },
      "const isOver = (time: number): boolean => (false);",
    ],
  ])("%s", (_, cut, line) => {
    expect(changedLines(cut)).toEqual([line]);
  });

  test.each([
    ["stop", 0],
    ["once", 2],
  ])("and is looked for: %s", (result, times) => {
    expect(() => applyCut(code, { result, becomes: "0" })).toThrow(
      `the function ${result} has to be there once, and is ${times} times`,
    );
  });
});

describe("a call", () => {
  test.each<[what: string, cut: Cut, line: string]>([
    [
      "is left out",
      { call: "isOver", in: "begin" },
      'draft.effects.push(["announce", (undefined) ? "changed" : "failure"]);',
    ],
    [
      "is told by what is called",
      { call: "line.close", in: "tell" },
      "tell() { other?.close(); (undefined); },",
    ],
    ["is told by a text", { call: "push", with: "hello", in: "begin" }, "if (at > 1) (undefined);"],
    [
      "is told by a text within it",
      { call: "effects.push", with: "failure", in: "begin" },
      "(undefined);",
    ],
    [
      "becomes something else",
      { call: "isOver", in: "begin", becomes: "at > LIMIT_MS" },
      'draft.effects.push(["announce", (at > LIMIT_MS) ? "changed" : "failure"]);',
    ],
  ])("%s", (_, cut, line) => {
    expect(changedLines(cut)).toEqual([line]);
  });

  test.each<[what: string, cut: Cut, message: string]>([
    [
      "by its whole name",
      { call: "Over", in: "begin" },
      "a call of Over in begin has to be there once, and is 0 times",
    ],
    [
      "by its text",
      { call: "push", with: "answer", in: "begin" },
      'a call of push with "answer" in begin has to be there once, and is 0 times',
    ],
    [
      "where there are two",
      { call: "close", in: "tell" },
      "a call of close in tell has to be there once, and is 2 times",
    ],
    [
      "in a function that is not there",
      { call: "push", in: "end" },
      "the function end has to be there once, and is 0 times",
    ],
  ])("is looked for %s", (_, cut, message) => {
    expect(() => applyCut(code, cut)).toThrow(message);
  });
});

test("what comes in its place has no names of its own", () => {
  const becomes = "Math.max(draft.anything, limit, { other: 1 }.other)";
  expect(() => applyCut(code, { value: "at", in: "begin", becomes })).toThrow(
    `a value of at in begin cannot become ${becomes}: the file has no limit`,
  );
});

test("code that cannot be parsed is said to be so", () => {
  expect(() => applyCut(code, { value: "LIMIT_MS", becomes: "1 +" })).toThrow("in (1 +)");
});
