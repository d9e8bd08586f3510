import { keepSession } from "@sojourn/core/offline";
import { encryption } from "./offline/encryption.ts";
import { find } from "../find.ts";
import { client } from "../session.ts";

/** Keeps the session, and says so where it is shown without a network. */
export function showLastUser() {
  const offline = keepSession(client, { maxAge: 7 * 86_400, version: "1", encryption });

  function showNotice() {
    find("main [role=status]").textContent = offline.isUnconfirmed()
      ? "You are offline. This is who was signed in last."
      : "";
  }

  offline.subscribe(showNotice);
  showNotice();
  // From the second visit on, it serves this page without a network.
  void navigator.serviceWorker.register("/offline-worker.js", { scope: "/offline" });
}
