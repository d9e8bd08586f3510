const nextJest = require("next/jest");

module.exports = nextJest({ dir: "./" })(require("./jest.config.js"));
