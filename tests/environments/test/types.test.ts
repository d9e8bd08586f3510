import { describe, expect, test } from "vitest";
import { isOurs, resolutions, tsc } from "./support/tsc.ts";

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
      const project = resolution === "node10" ? "tsconfig.json" : "tsconfig.modules.json";
      const flags = [
        ...resolutions[resolution],
        "-p",
        project,
        "--skipLibCheck",
        `${skipLibCheck}`,
      ];
      const errors = await tsc("types/every", version, flags);
      expect(errors.filter(isOurs)).toEqual([]);
    },
  );
});
