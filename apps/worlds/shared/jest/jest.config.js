// As `jest --init` makes it: nothing says that our packages are to be transformed.
module.exports = { testEnvironment: "jsdom" };
