// Requests of the app's own, with @sojourn/core/fetch.

import { createAuthFetch } from "@sojourn/core/fetch";
import { find } from "../find.ts";
import { client } from "../session.ts";

const authFetch = createAuthFetch(client);

find("#expire").onclick = () => fetch("/api/orders/expire", { method: "POST" });

find("#load").onclick = async () => {
  const status = find("main [role=status]");
  status.textContent = "Asking…";
  const ids = Array.from({ length: 20 }, (_, index) => index);
  const responses = await Promise.all(ids.map((id) => authFetch(`/api/orders/${id}`)));
  const accepted = responses.filter(({ ok }) => ok);
  status.textContent = `${accepted.length} of ${ids.length} orders are here.`;
};
