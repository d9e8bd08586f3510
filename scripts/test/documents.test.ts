import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repeatedLinesOf } from "./repeated-lines.ts";

const root = join(import.meta.dirname, "../..");
const documents = globSync(
  ["*.md", ".changeset/*.md", "{apps/docs/pages,docs}/**/*.md", "{examples,packages,tests}/*/*.md"],
  { cwd: root },
);

test("finds rows that a table has twice, and items that a list has twice", () => {
  const rows = "| A | B |\n| --- | --- |\n| c |\n| A  | B |\n| c |\n";
  expect(repeatedLinesOf(rows)).toEqual(["| A | B |", "| c |"]);
  expect(repeatedLinesOf("1. One\n2. Two\n3. One\n")).toEqual(["One"]);
});

test("takes what another table or list has, and code, for no repetition", () => {
  expect(repeatedLinesOf("| A |\n| - |\n\n| A |\n| - |\n")).toEqual([]);
  expect(repeatedLinesOf("- One\n\n## Next\n\n- One\n")).toEqual([]);
  expect(repeatedLinesOf("```md\n- One\n- One\n```\n")).toEqual([]);
});

test("no table or list says something twice", () => {
  expect(documents.length).toBeGreaterThan(100);
  const found = documents.flatMap((path) =>
    repeatedLinesOf(readFileSync(join(root, path), "utf8")).map((line) => `${path}: ${line}`),
  );
  expect(found).toEqual([]);
});

test("no handler that an app may copy tells the browser that nobody is signed in, if its read has failed", () => {
  const copied = [...documents, ...globSync("examples/*/{app,server,src}/**/*.ts", { cwd: root })];
  // The integration of Astro wraps its default export by itself.
  const isBare = (line: string) => /^(?!export default \(request).*=> Auth\(/.test(line);
  const found = copied.flatMap((path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      .filter((line) => isBare(line) && !line.includes("reportFailedReads("))
      .map((line) => `${path}: ${line}`),
  );
  expect(found).toEqual([]);
});
