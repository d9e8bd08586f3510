const common = {
  testEnvironment: "jsdom",
  transformIgnorePatterns: ["/node_modules/(?!(next-auth/react|jose|uuid)/)"],
};

/** The same components, with the session mocked in each of the ways that have come together. */
module.exports = {
  projects: [
    {
      ...common,
      displayName: "folder",
      testMatch: ["<rootDir>/test/folder/**/*.test.js"],
    },
    {
      ...common,
      displayName: "mapped",
      roots: ["<rootDir>/src", "<rootDir>/test"],
      testMatch: ["<rootDir>/test/mapped/**/*.test.js"],
      moduleNameMapper: { "^next-auth/react$": "<rootDir>/test/next-auth-react.js" },
    },
    {
      ...common,
      displayName: "setup",
      roots: ["<rootDir>/src", "<rootDir>/test"],
      testMatch: ["<rootDir>/test/setup/**/*.test.js"],
      setupFilesAfterEnv: ["<rootDir>/test/setup/mock-session.js"],
    },
    {
      ...common,
      displayName: "actual",
      roots: ["<rootDir>/src", "<rootDir>/test"],
      testMatch: ["<rootDir>/test/actual/**/*.test.js"],
    },
  ],
};
