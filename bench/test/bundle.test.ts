import { expect, test } from "vitest";
import { bundle } from "../measure/bundle.ts";

const source = 'export { percentile } from "./measure/spread.ts";';

test("a module that is left out weighs less", async () => {
  const whole = await bundle(source);
  const rest = await bundle(source, ["measure/spread"]);
  expect(rest.raw).toBeLessThan(whole.raw);
});

test("a pattern that matches no module is an error that names it", async () => {
  await expect(bundle(source, ["measure/spread", "renamed"])).rejects.toThrow(
    "No module of the bundle matches renamed",
  );
});
