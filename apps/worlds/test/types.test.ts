import { describe, expect, test } from "vitest";
import { run } from "./support/run.ts";

const resolutions = {
  node10: ["--module", "commonjs", "--moduleResolution", "node", "-p", "tsconfig.json"],
  node16: ["--module", "node16", "--moduleResolution", "node16", "-p", "tsconfig.modules.json"],
  bundler: ["--module", "esnext", "--moduleResolution", "bundler", "-p", "tsconfig.modules.json"],
};

/** Which resolutions a version has. */
const versions: [version: string, resolutions: (keyof typeof resolutions)[]][] = [
  ["4.9", ["node10", "node16"]],
  ["5.4", ["node10", "node16", "bundler"]],
  ["5.9", ["node10", "node16", "bundler"]],
  ["6", ["node10", "node16", "bundler"]],
  ["7", ["node16", "bundler"]],
];

describe.each(versions)("TypeScript %s", (version, known) => {
  test.each(known.flatMap((it) => [[it, false] as const, [it, true] as const]))(
    "knows the types by %s, skipLibCheck %s",
    async (resolution, skipLibCheck) => {
      const flags = [...resolutions[resolution], "--skipLibCheck", `${skipLibCheck}`];
      if (version === "6" && resolution === "node10") flags.push("--ignoreDeprecations", "6.0");
      expect(await compile(version, flags)).toEqual([]);
    },
  );
});

/** The errors in the app and in our declarations. What others declare is theirs to mend. */
async function compile(version: string, flags: string[]): Promise<string[]> {
  const tsc = `node_modules/typescript-${version}/bin/tsc`;
  const printed = await run("types", ["node", tsc, "--pretty", "false", ...flags]).catch(String);
  const errors = printed.split("\n").filter((line) => line.includes("error TS"));
  if (printed && errors.length === 0) return [printed];
  return errors.filter(
    (line) => !/^[^(]*\/node_modules\/(?!.*node_modules)(?!@sojourn)/.test(line),
  );
}
