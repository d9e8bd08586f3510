import { createSessionClient } from "@sojourn/core";
import {
  cookieAccessOf,
  onCookiesBlocked,
  requestCookieAccess,
  signInEmbedded,
  signInFromFrame,
} from "@sojourn/core/embedded";

/**
 * Says something to the page that embeds this one.
 *
 * @param {string} type
 * @param {unknown} detail
 */
const report = (type, detail) => parent.postMessage({ type, detail }, "*");

const client = createSessionClient();

/** @type {Record<string, (detail: any) => Promise<unknown>>} */
const deeds = {
  look: () => cookieAccessOf(client),
  signIn: (fields) => signInEmbedded(client, "credentials", fields),
  signOut: () => client.signOut({ redirect: false }),
  signInByPopup: () => signInFromFrame(client),
  requestAccess: () => requestCookieAccess(client, { timeoutMs: 1500 }),
};

/**
 * Does something, and reports what comes of it.
 *
 * @param {string} type
 * @param {unknown} [detail]
 */
function carryOut(type, detail) {
  deeds[type]?.(detail).then(
    (result) => report(type, result),
    ({ code, message }) => report(type, { code: code ?? message }),
  );
}

let next = "";
addEventListener("message", ({ data }) => {
  const { type, detail, isForClick } = data;
  if (!isForClick) return carryOut(type, detail);
  next = type;
  report("ready", type);
});
document.addEventListener("click", () => carryOut(next));

function show() {
  const { status, data } = client.getSnapshot();
  report("shown", data?.user?.name ?? status);
}

onCookiesBlocked(client, ({ code }) => report("blocked", code));
client.subscribe(show);
show();
