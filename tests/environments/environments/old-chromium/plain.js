import { createSessionClient } from "@sojourn/core";

const client = createSessionClient();
const who = document.getElementById("who");

function show() {
  const { status, data } = client.getSnapshot();
  who.textContent = status === "loading" ? "One moment" : (data?.user?.name ?? "Nobody");
}

client.subscribe(show);
show();
