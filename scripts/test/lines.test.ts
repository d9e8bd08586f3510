import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sojourn-lines-"));
  mkdirSync(join(folder, "packages/core/src"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function countLines(lengths: number[]): { status: number | null; output: string } {
  for (const [index, lines] of lengths.entries()) {
    writeFileSync(join(folder, `packages/core/src/${index}.ts`), "line\n".repeat(lines));
  }
  const { status, stdout, stderr } = spawnSync(
    "node",
    [join(import.meta.dirname, "../lines.ts"), folder],
    {
      encoding: "utf8",
    },
  );
  return { status, output: stdout + stderr };
}

test("prints the median and the longest file", () => {
  const { status, output } = countLines([60, 40, 160]);
  expect(output).toContain("packages/core/src: 3 files, median 60 lines, longest 160 (2.ts)");
  expect(status).toBe(0);
});

test("fails when a file is longer than 160 lines", () => {
  const { status, output } = countLines([10, 161]);
  expect(output).toContain("packages/core/src/1.ts: 161 lines, above 160");
  expect(status).toBe(1);
});

test("fails when the median is above 60 lines", () => {
  const { status, output } = countLines([60, 62]);
  expect(output).toContain("the median of 61 lines is above 60");
  expect(status).toBe(1);
});
