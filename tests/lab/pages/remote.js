/** The name of its file. */
const page = location.pathname.replace(/.*\/|\..*/g, "");
const id = Math.random();

/**
 * Tells the test what has happened to this page. One after the other, so that they arrive in order.
 *
 * @param {string} type
 * @param {object} [details]
 */
export function report(type, details) {
  const body = JSON.stringify({ page, document: id, type, ...details });
  said = said.then(() => fetch("/remote/reports", { method: "POST", body, keepalive: true }));
}

/** @type {Promise<unknown>} */
let said = Promise.resolve();

/**
 * Does what the test says, one order after the other.
 *
 * @param {Record<import("../server/remote.ts").Order["type"], (url: string) => unknown>} deeds
 */
export async function takeOrders(deeds) {
  for (;;) {
    const response = await fetch("/remote/orders", { method: "POST" });
    /** @type {import("../server/remote.ts").Order} */
    const { type, url = "" } = await response.json();
    await deeds[type](url);
  }
}

addEventListener("error", ({ message }) => report("error", { message }));
addEventListener("unhandledrejection", ({ reason }) => report("error", { message: `${reason}` }));
