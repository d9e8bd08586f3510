import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
/** Where files that CONTRIBUTING.md names without a link may be. */
const folders = ["", "packages/core", "packages/core/src", "packages/vue"];

test("CONTRIBUTING.md names only files that are there", () => {
  const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
  const names = [...text.matchAll(/`([\w-]+\/[\w./-]+\.ts)`/g)].map((match) => match[1]!);
  expect(names.length).toBeGreaterThan(10);
  const isThere = (name: string): boolean =>
    folders.some((folder) => existsSync(join(root, folder, name)));
  expect(names.filter((name) => !isThere(name))).toEqual([]);
});
