import { createSessionClient } from "@sojourn/core";
import { rememberProvider } from "@sojourn/core/last-provider";
import { find } from "./find.ts";

export const client = createSessionClient({ basePath: "/auth" });

/** Who is signed in, as this tab knows it: follows every change, wherever it was made. */
function showBadge() {
  const { status, data: session } = client.getSnapshot();
  const says = status === "loading" ? "Checking…" : "Signed out";
  find(".badge").dataset["status"] = status;
  find(".badge-name").textContent = session?.user?.name ?? session?.user?.email ?? says;

  const button = find<HTMLButtonElement>(".session button");
  button.textContent = session ? "Sign out" : "Sign in";
  button.classList.toggle("primary", !session);
  button.disabled = status === "loading";
  button.onclick = () => (session ? client.signOut() : client.signIn());
}

rememberProvider(client);
client.subscribe(showBadge);
showBadge();
