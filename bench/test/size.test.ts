import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { clients } from "../clients.ts";
import { bundle } from "../measure/bundle.ts";
import { CORE } from "../measure/size.ts";
import { figureOf, readResults, type Results } from "../results.ts";

const results: Results = readResults();
const sojourn = clients.find(({ name }) => name === "Sojourn")?.source ?? "";
const isBuilt = ["core", "react"].every((it) =>
  existsSync(new URL(`../../packages/${it}/dist/index.js`, import.meta.url)),
);
const hint = isBuilt ? "" : " (skipped: the packages are not built; run pnpm build)";

/** A report that is off by more tells of another Sojourn. */
const TOLERANCE = 0.02;

test.skipIf(!isBuilt).each([
  ["Sojourn", sojourn, figureOf(results, "size", "gzip", "Sojourn")],
  ["the core", CORE, figureOf(results, "size", "core", "gzip")],
])(
  `the report's gzip bytes of %s are those of today, give or take two percent${hint}`,
  async (_, source, stored) => {
    const { gzip } = await bundle(source);
    const off = Math.abs(Number(stored) / gzip - 1);
    expect(
      off,
      `results.json says ${stored}, today it is ${gzip}: run pnpm bench size`,
    ).toBeLessThan(TOLERANCE);
  },
);
