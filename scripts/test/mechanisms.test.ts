import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { mechanisms } from "../mechanisms/mechanisms.ts";

const source = resolve(import.meta.dirname, "../../packages/core/src");

test.each(mechanisms)("can be taken out of the code as it is: $name", ({ file, cut }) => {
  expect(readFileSync(resolve(source, file), "utf8").split(cut[0])).toHaveLength(2);
});
