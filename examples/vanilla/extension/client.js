// The files of @sojourn/core are copied beside this one: an extension loads no code from elsewhere.
import { createSessionClient } from "./core/index.js";
import { appUrl } from "./app-url.js";

export const client = createSessionClient({ baseUrl: appUrl, basePath: "/auth" });

/** Calls the listener when the session's cookie has come or gone, which tabs of the app cause. */
export function onSessionCookie(listener) {
  let isRenewal = false;
  chrome.cookies.onChanged.addListener(({ cookie, cause, removed }) => {
    if (!/session-token(\.\d+)?$/.test(cookie.name)) return;
    // Each read renews the cookie: it is removed and set. To read then would never end.
    const wasRenewal = isRenewal;
    isRenewal = removed && cause === "overwrite";
    if (!isRenewal && !wasRenewal) listener();
  });
}
