import * as fc from "fast-check";
import { test } from "vitest";
import { readOptions } from "../../../simulation/check.ts";
import { scenarios } from "./scenario.ts";
import { simulate } from "./simulate.ts";

test("whatever happens, nobody is signed out too early, and nobody stays signed in", async () => {
  const { runs, seed, path } = readOptions(2000);
  const property = fc.asyncProperty(scenarios, simulate);
  await fc.assert(property, { numRuns: runs, seed, path, endOnFailure: !!path });
}, 180_000);
