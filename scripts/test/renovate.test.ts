import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { readJson, root } from "../packages.ts";

type Rule = Record<string, string[] | string | boolean | undefined>;

const { packageRules, ignorePaths, automerge } = readJson<{
  packageRules: Rule[];
  ignorePaths: string[];
  automerge: boolean;
}>("renovate.json");

test("merges no major by itself", () => {
  expect(automerge).toBe(false);
  const merged = packageRules.filter((it) => it["automerge"]);
  for (const it of merged) expect(it["matchUpdateTypes"]).toEqual(["minor", "patch"]);
});

test("has all auth servers in one pull request, which says what to do", () => {
  const servers = packageRules.filter((it) => it["groupName"] === "auth servers");
  expect(servers.flatMap((it) => it["matchPackageNames"] ?? [])).toContain("next-auth");
  expect(servers.flatMap((it) => it["matchFileNames"] ?? [])).toEqual([
    "tests/recordings/recorder/servers.ts",
  ]);
  expect(JSON.stringify(servers)).toContain("Run `pnpm record`");
  expect(servers.map((it) => it["automerge"])).not.toContain(true);
});

test.each(ignorePaths.filter((it) => !it.startsWith("**/")))(
  "leaves alone what is there: %s",
  (it) => {
    expect(globSync(it, { cwd: root }).length).toBeGreaterThan(0);
  },
);
