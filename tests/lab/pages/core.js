import { createSessionClient } from "@sojourn/core";
import { readOptions } from "./options.js";
import { show, sights } from "./sights.js";

const client = createSessionClient(readOptions());

function render() {
  const { status, data, error } = client.getSnapshot();
  show(status, data?.user?.name, error?.message);
}

window.lab = { client, sights };
client.subscribe(render);
render();
