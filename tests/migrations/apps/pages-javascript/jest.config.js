const nextJest = require("next/jest");

const createJestConfig = nextJest({ dir: "./" });

const common = {
  testEnvironment: "jsdom",
  transformIgnorePatterns: ["/node_modules/(?!(?:next-auth/react|jose)/)"],
};

const withMocks = createJestConfig({
  ...common,
  displayName: "mocks",
  testMatch: ["<rootDir>/tests/*.test.js"],
});

/** These have a whole stand-in in the place of the client, and so must not find `__mocks__`. */
const withStandIn = createJestConfig({
  ...common,
  displayName: "stand-in",
  roots: ["<rootDir>/tests"],
  testMatch: ["<rootDir>/tests/*.mapped.js"],
  moduleNameMapper: { "^next-auth/react$": "<rootDir>/tests/stand-in.js" },
});

module.exports = async () => ({ projects: [await withMocks(), await withStandIn()] });
