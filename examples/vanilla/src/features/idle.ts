import { createIdleTimer, type IdleSnapshot } from "@sojourn/core/idle";
import { find } from "../find.ts";
import { client } from "../session.ts";

// Brief, so that one can watch it. An app takes minutes.
const timeout = Number(new URLSearchParams(location.search).get("timeout") ?? 30);
const idle = createIdleTimer(client, { timeout, warnBefore: timeout / 2 });

const button = find<HTMLButtonElement>("main button");
button.onclick = idle.stay;

function describe(snapshot: IdleSnapshot) {
  switch (snapshot.status) {
    case "off":
      return "Nobody is signed in.";
    case "active":
      return "You are here.";
    case "warning":
      return `You will be signed out in ${snapshot.secondsLeft} s.`;
    case "signingOut":
      return snapshot.failures > 0 ? "Signing out has failed. Trying again…" : "Signing out…";
    case "signedOut":
      return "You were away, so you have been signed out.";
  }
}

function showIdle() {
  const snapshot = idle.getSnapshot();
  const status = find("main [role=status]");
  status.dataset["status"] = snapshot.status;
  status.textContent = describe(snapshot);
  button.hidden = snapshot.status !== "warning";
}

idle.subscribe(showIdle);
showIdle();
