import { createSessionClient } from "@sojourn/core";
import { readOptions } from "./options.js";
import { show, shown } from "./shown.js";

const client = createSessionClient(readOptions());

function render() {
  const { status, data, error } = client.getSnapshot();
  show(status, data?.user?.name, error?.message);
}

window.lab = { client, shown };
client.subscribe(render);
render();
