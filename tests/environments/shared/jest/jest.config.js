const { CLIENT = "@sojourn/react" } = process.env;

// As `jest --init` makes it: nothing says that our packages are to be transformed.
module.exports = {
  testEnvironment: "jsdom",
  // What holds for us is tried with next-auth as well.
  ...(CLIENT !== "@sojourn/react" && { moduleNameMapper: { "^@sojourn/react$": CLIENT } }),
};
