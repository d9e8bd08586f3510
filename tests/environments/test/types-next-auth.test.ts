import { describe, expect, test } from "vitest";
import { isOurs, resolutions, tsc } from "./support/tsc.ts";

type Program = [typescript: string, resolution: keyof typeof resolutions, ...flags: string[]];

const checked = ["--skipLibCheck", "false"];
const skipped = ["--skipLibCheck", "true"];
const strict = [...skipped, "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes"];

/** What an app has of next-auth, and some ways to compile it; each way is there more than once. */
const environments: Record<string, Program[]> = {
  "types/alone": [
    ["4.9", "node10", ...checked],
    ["5.9", "node16", ...skipped],
    ["6", "bundler", ...skipped],
    ["7", "bundler", ...strict],
  ],
  "types/auth-core": [["7", "node16", ...checked]],
  "next-auth-4.22": [
    ["4.9", "node10", ...skipped],
    ["7", "bundler", ...strict],
  ],
  "next-auth-4.24": [
    ["5.4", "node16", ...strict],
    ["6", "node10", ...skipped],
    ["7", "bundler", ...skipped],
  ],
  "next-auth-5-beta.25": [
    ["5.9", "bundler", ...strict],
    ["7", "node16", ...skipped],
  ],
  "next-auth-5-beta.32": [
    ["4.9", "node16", ...skipped],
    ["5.4", "node10", ...strict],
    ["7", "bundler", ...skipped],
  ],
};

describe.each(Object.entries(environments))("%s", (environment, programs) => {
  test.each(programs)(
    "holds for the session, the functions and mocks: TypeScript %s by %s",
    async (typescript, resolution, ...flags) => {
      const errors = await tsc(environment, typescript, [
        ...resolutions[resolution],
        ...flags,
        ...["-p", "tsconfig.json"],
      ]);
      expect(errors.filter(isOurs)).toEqual([]);
    },
  );
});

describe.each(["next-auth-4.24", "next-auth-5-beta.32"])(
  "%s, whose own declarations are checked",
  (environment) => {
    test("has no error in a program that imports ours in place of its client", async () => {
      const compile = (project: string): Promise<string[]> =>
        tsc(environment, "7", [...resolutions.bundler, ...checked, "-p", project]);
      const theirs = await compile("tsconfig.theirs.json");
      const ours = await compile("tsconfig.ours.json");
      expect(ours.filter((error) => !theirs.includes(error))).toEqual([]);
    });
  },
);
