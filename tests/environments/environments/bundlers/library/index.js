// A component as an older library has it: it asks for the package in CommonJS, and finds the app's provider.
const { useSession } = require("@sojourn/react");
const { createElement } = require("react");

module.exports = {
  Badge: () => createElement("i", null, useSession().data?.user?.name ?? "Nobody"),
};
