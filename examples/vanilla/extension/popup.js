import { client, onSessionCookie } from "./client.js";

const badge = document.querySelector(".badge");
const button = document.querySelector("button");

function show() {
  const { status, data: session, error } = client.getSnapshot();
  badge.dataset.status = status;
  badge.textContent = session?.user?.name ?? (error ? String(error.code) : "Signed out");
  button.hidden = !session;
}

button.onclick = () => client.signOut({ redirect: false });
client.subscribe(show);
show();
onSessionCookie(() => void client.getSession());
