import { describe, expect, test } from "vitest";
import { isOurs, resolutions, tsc } from "./support/tsc.ts";

type Program = [typescript: string, resolution: keyof typeof resolutions, ...flags: string[]];

const checked = ["--skipLibCheck", "false"];
const skipped = ["--skipLibCheck", "true"];
const strict = [...skipped, "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes"];

/** What "next-auth" is in an app, and some ways to compile that; each way is there more than once. */
const worlds: Record<string, Program[]> = {
  none: [
    ["4.9", "node10", ...checked],
    ["5.9", "node16", ...skipped],
    ["6", "bundler", ...checked],
    ["7", "bundler", ...strict],
  ],
  core: [["7", "node16", ...checked]],
  "4.22": [
    ["4.9", "node10", ...skipped],
    ["7", "bundler", ...strict],
  ],
  "4.24": [
    ["5.4", "node16", ...strict],
    ["6", "node10", ...skipped],
    ["7", "bundler", ...checked],
  ],
  "5-beta.25": [
    ["5.9", "bundler", ...strict],
    ["7", "node16", ...checked],
  ],
  "5-beta.32": [
    ["4.9", "node16", ...skipped],
    ["5.4", "node10", ...strict],
    ["7", "bundler", ...checked],
  ],
};

describe.each(Object.entries(worlds))("next-auth %s", (name, programs) => {
  test.each(programs)(
    "holds for the session, the functions and mocks: TypeScript %s by %s",
    async (typescript, resolution, ...flags) => {
      const errors = await tsc(`types-next-auth-${name}`, typescript, [
        ...resolutions[resolution],
        ...flags,
        ...["-p", "tsconfig.json"],
      ]);
      expect(errors.filter(isOurs)).toEqual([]);
    },
  );
});

describe.each(["4.24", "5-beta.32"])("next-auth %s, whose own declarations are checked", (name) => {
  test("has no error in a program that imports ours in place of its client", async () => {
    const compile = (project: string): Promise<string[]> =>
      tsc(`types-next-auth-${name}`, "7", [...resolutions.bundler, ...checked, "-p", project]);
    const theirs = await compile("tsconfig.theirs.json");
    const ours = await compile("tsconfig.ours.json");
    expect(ours.filter((error) => !theirs.includes(error))).toEqual([]);
  });
});
