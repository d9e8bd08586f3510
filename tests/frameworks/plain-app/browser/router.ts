import { client, dataOf } from "./client.ts";
import { find } from "./find.ts";

let started = 0;
let rendered = "";

/** Notes what the server has rendered, before a script changes it. */
export function noteRendering(): void {
  rendered = find("main").outerHTML;
}

/** Gets a page from the server, and shows it in place of the current one. */
export async function show(url: string, isNew: boolean, onShown: () => void): Promise<void> {
  started += 1;
  const own = started;
  const response = await fetch(url);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // A later navigation is under way.
  if (own !== started) return;
  history[isNew ? "pushState" : "replaceState"](null, "", response.url);
  client.hydrate(dataOf(page).session);
  const main = find("main", page);
  // What the user has typed stays, if the server has rendered the same.
  if (!isNew && main.outerHTML === rendered) return;
  rendered = main.outerHTML;
  find("main").replaceWith(main);
  onShown();
}
