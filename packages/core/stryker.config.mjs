/** @type {import("@stryker-mutator/core").PartialStrykerOptions} */
export default {
  mutate: ["src/{session,tabs,api}/**/*.ts", "src/runtime/{alarm,watch-revision}.ts"],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/stryker/vitest.config.ts", related: false },
  // Stryker would rewrite it by an API that TypeScript 7 does not have; the tests need none.
  ignorePatterns: ["tsconfig*.json", "README.md"],
  concurrency: 2,
  // A mutant that is slow on a busy machine is not a mutant that hangs.
  timeoutMS: 20_000,
  timeoutFactor: 3,
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "reports/mutation.json" },
  tempDirName: "reports/stryker",
  thresholds: { high: 97, low: 96, break: 95 },
};
