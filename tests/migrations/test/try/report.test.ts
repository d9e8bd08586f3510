import { expect, test } from "vitest";
import { compare } from "../../try/compare.ts";
import { describeComparison, describeMoved } from "../../try/report.ts";

test("tells what the codemod found, and what it left alone, by file and line", () => {
  const findings = [{ path: "a.ts", line: 3, rule: "message-key", what: "" }];
  const skipped = [
    { path: "b.mdx", line: 7, reason: "can't be parsed" },
    { path: "c.ts", reason: "can't be read" },
  ];
  expect(describeMoved({ changes: [], findings, skipped })).toBe(
    [
      "codemod 1 to look at, 2 left alone",
      "        a.ts:3 message-key",
      "        left alone: b.mdx:7: can't be parsed",
      "        left alone: c.ts: can't be read",
    ].join("\n"),
  );
  expect(describeMoved({ changes: [], findings: [], skipped: [] })).toBe(
    "codemod nothing to look at",
  );
  expect(describeMoved({ changes: [], findings: [], skipped })).toContain("2 left alone");
});

test("says why nothing was compared", () => {
  const blank = { passed: [], failed: [{ name: "tests", text: "sh: nope: not found" }] };
  const lines = describeComparison("tests", compare(blank, blank)).split("\n");
  expect(lines[0]).toMatch(/^tests +not compared +nothing held before the move:$/);
  expect(lines[1]).toBe("        sh: nope: not found");
});
