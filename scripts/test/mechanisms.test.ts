import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { applyCut } from "../mechanisms/cut.ts";
import { mechanisms } from "../mechanisms/mechanisms.ts";

const core = resolve(import.meta.dirname, "../../packages/core");

test.each(mechanisms)("can be taken out of the code as it is: $name", ({ file, cut }) => {
  const without = applyCut(readFileSync(resolve(core, "src", file), "utf8"), cut);
  expect(parseSync(file, without).errors).toEqual([]);
});

test("no two mechanisms have one name, or are one cut", () => {
  const cuts = mechanisms.map(({ file, cut }) => JSON.stringify([file, cut]));
  expect(new Set(mechanisms.map(({ name }) => name)).size).toBe(mechanisms.length);
  expect(new Set(cuts).size).toBe(mechanisms.length);
});
