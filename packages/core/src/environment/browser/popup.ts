import type { Popup } from "../environment.ts";

/**
 * Opens a popup, which browsers allow only at once after a click or a key.
 *
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-open
 */
export function openPopup(): Popup | null {
  // Without a name: a popup that knows nothing of its opener cannot be sent elsewhere by it later.
  const popup = window.open("", "_blank", "popup,width=500,height=700");
  if (!popup) return null;
  return {
    go(url) {
      // A provider's page has no business with the page that has opened it.
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
    // A page with `Cross-Origin-Opener-Policy` cuts its opener off, to which the popup then seems
    // closed. As long as the user is elsewhere, they may be there.
    isClosed: () => popup.closed && document.hasFocus(),
    close: () => popup.close(),
  };
}
