import { describe, test } from "vitest";
import { run } from "./support/run.ts";

describe.each(["jest-28", "jest-30"])("%s with jsdom", (environment) => {
  test.each([
    ["babel-jest", "jest.config.js"],
    ["next/jest", "jest.next.config.js"],
  ])("runs an app's tests by %s", async (_, config) => {
    await run(environment, [
      "jest",
      "--config",
      config,
      "--runInBand",
      "session.test",
      "mocked.test",
    ]);
  });

  test.each([
    ["babel-jest", "jest.config.js"],
    ["next/jest", "jest.next.config.js"],
  ])("replaces exports as those of next-auth 4 by %s", async (_, config) => {
    for (const CLIENT of ["next-auth/react", "@sojourn/react"]) {
      await run(environment, ["jest", "--config", config, "--runInBand", "replaced.test"], {
        CLIENT,
      });
    }
  });

  test("runs a test with a wrapper of @sojourn/react/testing", async () => {
    await run(environment, ["jest", "--config", "jest.config.js", "wrapper.test"]);
  });
});
