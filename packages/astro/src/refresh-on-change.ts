import type { RegisteredSession, Stop } from "@sojourn/core";
import { createRefresher, type Refresher, type RefreshOptions } from "@sojourn/core/refresh";
import { client, getIslandSession } from "./island.ts";

/** Astro's `navigate`, or a function that has the page rendered again in another way. */
export type Navigate = (path: string, options: { history: "replace" }) => unknown;

/** Options of `refreshOnChange`. */
export type RefreshOnChangeOptions = Pick<RefreshOptions<RegisteredSession>, "select">;

/** Has the page rendered again, and keeps its scroll position and the hash of its address. */
async function renderAgain(navigate: Navigate): Promise<void> {
  const { hash, pathname, search } = location;
  const { scrollX: left, scrollY: top } = window;
  const path = pathname + search;
  const keepPosition = (): void => {
    // The server may have redirected.
    if (location.pathname + location.search !== path) return;
    if (hash) history.replaceState(history.state, "", path + hash);
    scrollTo({ left, top, behavior: "instant" });
  };
  document.addEventListener("astro:after-swap", keepPosition, { once: true });
  try {
    // With the hash, Astro would only scroll.
    await navigate(path, { history: "replace" });
  } finally {
    document.removeEventListener("astro:after-swap", keepPosition);
  }
}

/**
 * Has the page rendered again when the session is not the one for which the server has rendered it:
 * once after a sign-in, a sign-out or an update, in any tab. Call it in a script of the layout, with
 * Astro's `navigate`. That is an argument, because it has the code of `<ClientRouter />`, which not
 * every app uses. Static pages are not rendered again.
 *
 * @see https://docs.astro.build/en/reference/modules/astro-transitions/#navigate
 */
export function refreshOnChange(navigate: Navigate, options: RefreshOnChangeOptions = {}): void {
  let refresher: Refresher;
  let stop: Stop | undefined;
  let isNavigating = false;
  let isRefreshing = false;

  function refresh(): void {
    // An app navigates as soon as its sign-in has resolved. That page is rendered after the change,
    // and a refresh would end the navigation.
    setTimeout(async () => {
      if (isNavigating) return;
      isRefreshing = true;
      await renderAgain(navigate);
      isRefreshing = false;
    });
  }

  function startForPage(): void {
    const { rendered } = getIslandSession();
    stop?.();
    stop = undefined;
    if (rendered === undefined) return;
    refresher = createRefresher(client, { ...options, rendered });
    stop = refresher.start(refresh);
  }

  document.addEventListener("astro:before-preparation", () => {
    isNavigating = !isRefreshing;
  });
  document.addEventListener("astro:after-swap", () => {
    isNavigating = false;
    // A refresh keeps its refresher, which counts how often the session changes after a refresh.
    if (!isRefreshing) startForPage();
  });
  startForPage();
}
