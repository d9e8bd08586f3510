import { createSessionClient } from "@sojourn/core";
import { report } from "./remote.js";
import { show, shown } from "./shown.js";

/** Chromium only. */
const { prerendering } = /** @type {Document & { prerendering?: boolean }} */ (document);

function sayShown() {
  const [entry] = performance.getEntriesByType("navigation");
  const { activationStart } = /** @type {any} */ (entry);
  // At once: a page that requires a session may be left before its first frame.
  report("activated", { activationStart });
  requestAnimationFrame(() => {
    report("shown", { screen: document.querySelector('[role="status"]')?.textContent });
  });
}

report("loaded", { prerendering });
if (prerendering) document.addEventListener("prerenderingchange", sayShown, { once: true });
else sayShown();
void navigator.locks.request("any", () => report("locked"));

const client = createSessionClient();

function render() {
  const { status, data, error } = client.getSnapshot();
  const { length } = shown;
  show(status, data?.user?.name, error?.message);
  if (shown.length > length) report("shows", shown.at(-1));
}

client.subscribe(render);
render();
if (location.search === "?required") client.requireSession();
