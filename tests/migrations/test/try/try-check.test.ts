import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Check } from "../../try/checks/checks.ts";
import { tryCheck } from "../../try/try-check.ts";

const copies = { before: "before", after: "after" };

/** What a check does, in the order in which it does it. */
async function orderOf(name: Check["name"], areAtOnce?: boolean): Promise<string[]> {
  const seen: string[] = [];
  const run: Check["run"] = async (folder) => {
    seen.push(folder);
    await sleep(5);
    seen.push(`${folder} ends`);
    return { passed: [name], failed: [] };
  };
  await tryCheck({ name, run }, copies, areAtOnce);
  return seen;
}

const oneByOne = ["before", "before ends", "after", "after ends"];

test.each(["tests", "build", "clicks"] as const)(
  "does the %s of the copies one by one, for both may want the same port",
  async (name) => {
    expect(await orderOf(name)).toEqual(oneByOne);
    expect((await orderOf(name, true)).slice(0, 2)).toEqual(["before", "after"]);
  },
);

test("compiles both copies at once", async () => {
  expect((await orderOf("types")).slice(0, 2)).toEqual(["before", "after"]);
});
