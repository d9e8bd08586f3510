const { SessionProvider, useSession } = require("@sojourn/react");
const { createElement: h } = require("react");
const { renderToString } = require("react-dom/server");

function Name() {
  const { data, status } = useSession();
  return h("p", null, data ? data.user.name : status);
}

const session = { user: { name: "Ada Lovelace" }, expires: "2100-01-01T00:00:00.000Z" };
for (const given of [session, null, undefined]) {
  process.stdout.write(renderToString(h(SessionProvider, { session: given }, h(Name))));
}
