import type { Popup } from "../environment.ts";

/**
 * Opens a popup. Browsers allow it only directly after a click or a key press.
 *
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-open
 */
export function openPopup(): Popup | null {
  // It has no name: a popup without an `opener` could not be found by its name later.
  const popup = window.open("", "_blank", "popup,width=500,height=700");
  if (!popup) return null;
  return {
    go(url) {
      // The provider's page must not get access to the page that has opened it.
      popup.opener = null;
      popup.location.href = url;
    },
    url() {
      try {
        return popup.location.href;
      } catch {
        return undefined;
      }
    },
    // A page with `Cross-Origin-Opener-Policy` cuts the popup off from its opener, and `closed` is
    // `true` then. While this document has no focus, the user may still be in the popup.
    isClosed: () => popup.closed && document.hasFocus(),
    close: () => popup.close(),
  };
}
