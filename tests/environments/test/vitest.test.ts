import { test } from "vitest";
import { run } from "./support/run.ts";

test.each([
  ["jsdom", "threads"],
  ["jsdom", "vmThreads"],
  ["happy-dom", "threads"],
  ["happy-dom", "vmThreads"],
])("vitest with %s, pool %s, runs an app's tests", async (environment, pool) => {
  await run("vitest", ["vitest", "run", `--project=${environment}, ${pool}`]);
});

test("vitest with the CommonJS build runs tests that replace its exports", async () => {
  await run("vitest", ["vitest", "run", "--project=CommonJS"]);
});
