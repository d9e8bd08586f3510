import { expect, test } from "vitest";
import { plants } from "../plants.ts";
import { createPreparedPages } from "../prepared-pages.ts";
import { rules } from "../rules/rules.ts";

test.each(plants)("the core has a place, and the rules one to notice: $name", async (plant) => {
  const [sound, spoilt] = await Promise.all(
    [undefined, plant].map((it) => createPreparedPages([], it).answer(plant.file)),
  );
  expect(sound!.status).toBe(200);
  expect(spoilt!.body).not.toBe(sound!.body);
  expect(rules.map(({ name }) => name)).toContain(plant.rule);
});
