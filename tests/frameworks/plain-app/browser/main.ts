import { refreshOnChange } from "@sojourn/core/refresh";
import { client, showSession } from "./client.ts";
import { find } from "./find.ts";
import { listenToProfile, showProviders } from "./forms.ts";
import { noteRendering, show } from "./router.ts";

function goTo(url: string): void {
  void show(url, true, startPage);
}

/** Listens to what is on the page that is shown. */
function startPage(): void {
  if (location.pathname === "/auth/signin") void showProviders(goTo);
  if (location.pathname === "/profile") listenToProfile();
}

find("nav").addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  goTo(link.href);
});
addEventListener("popstate", () => void show(location.href, false, startPage));

noteRendering();
startPage();
showSession();
refreshOnChange(client, () => show(location.href, false, startPage));
// The suite waits for something of the script at an element that it listens to.
Object.assign(find("header .session button"), { isHydrated: true });
