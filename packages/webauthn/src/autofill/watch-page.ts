/** What may happen to a page. */
export interface PageHandlers {
  /** The page is shown again. */
  onShown(): void;
  /** A field has got the focus. */
  onFocus(): void;
  /** The page is left; perhaps it comes back from the browser's back/forward cache. */
  onLeft(): void;
  /** As many milliseconds have passed again. */
  onTick(): void;
}

/** Calls the handlers, until the returned function is called. */
export function watchPage(handlers: PageHandlers, tickMs: number): () => void {
  const { onFocus, onLeft, onTick } = handlers;
  const onShown = (): void => {
    if (isPageVisible()) handlers.onShown();
  };
  const timer = setInterval(onTick, tickMs);
  document.addEventListener("visibilitychange", onShown);
  document.addEventListener("focusin", onFocus);
  addEventListener("pageshow", onShown);
  addEventListener("pagehide", onLeft);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", onShown);
    document.removeEventListener("focusin", onFocus);
    removeEventListener("pageshow", onShown);
    removeEventListener("pagehide", onLeft);
  };
}

/** Whether the user can see the page. */
export function isPageVisible(): boolean {
  return document.visibilityState !== "hidden";
}
